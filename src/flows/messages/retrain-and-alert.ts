import type { Clock } from "../../domain/clock.ts";
import {
  type RetrainModelDeps,
  type RetrainModelInput,
  type RetrainModelResult,
  retrainModel,
} from "../risk/training/retrain-model.ts";
import { alertLostSignal } from "./alert-lost-signal.ts";
import type { SendAlertDeps } from "./send-alert.ts";

export type RetrainAndAlertDeps = RetrainModelDeps & SendAlertDeps & { readonly clock: Clock };

/** @param timeZone whose week a warning names */
export type RetrainAndAlertInput = RetrainModelInput & { readonly timeZone: string };

/** Learns again where there is anything new to learn from, and warns the operators where the signal was lost. */
export async function retrainAndAlert(
  deps: RetrainAndAlertDeps,
  { timeZone, ...input }: RetrainAndAlertInput,
): Promise<RetrainModelResult> {
  const result = await retrainModel(deps, input);
  if (result.kind === "trained") await alertLostSignal(deps, result, { now: deps.clock(), timeZone });
  return result;
}
