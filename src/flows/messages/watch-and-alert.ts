import type { Week } from "../../domain/calendar.ts";
import {
  type WatchModelDeps,
  type WatchModelInput,
  type WatchModelResult,
  watchModel,
} from "../risk/watch-model.ts";
import { type AlertModelDriftDeps, alertModelDrift } from "./alert-model-drift.ts";

export type WatchAndAlertDeps = WatchModelDeps & AlertModelDriftDeps;

export type WatchAndAlertResult =
  | Exclude<WatchModelResult, { kind: "watched" }>
  | (Extract<WatchModelResult, { kind: "watched" }> & { /** Messages kept. */ readonly alerts: number });

/** Looks whether the champion still fits, and warns the operators once a week where it does not. */
export async function watchAndAlert(
  deps: WatchAndAlertDeps,
  { week, ...input }: WatchModelInput & { readonly week: Week },
): Promise<WatchAndAlertResult> {
  const watched = await watchModel(deps, input);
  if (watched.kind !== "watched") return watched;
  const { findings } = watched;
  return { ...watched, alerts: await alertModelDrift(deps, { findings, week, now: deps.clock() }) };
}
