import { localTime, weekOf } from "../../domain/calendar.ts";
import type { RetrainModelResult } from "../risk/training/retrain-model.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

/** Warns the operators' channels, once a version, where training found no signal any more. @returns messages kept */
export async function alertLostSignal(
  deps: SendAlertDeps,
  trained: Extract<RetrainModelResult, { kind: "trained" }>,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<number> {
  const { version, serves, lostSignal } = trained;
  if (!lostSignal) return 0;
  const message = {
    kind: "model-alert" as const,
    week: weekOf(localTime(now, timeZone).day),
    modelVersionId: version.id,
    trainedAt: version.trainedAt.toISOString(),
    customers: version.settings.heldOutRows,
    warnings: [{ kind: "signal-lost" as const, serves, unfit: version.settings.unfit ?? {} }],
    createdAt: now.toISOString(),
  };
  return sendAlert(deps, { keyOf: (channelId) => `signal-lost:${channelId}:${version.id}`, message, now });
}
