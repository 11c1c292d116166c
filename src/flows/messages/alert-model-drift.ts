import type { Week } from "../../domain/calendar.ts";
import { type ModelFindings, warningsOf } from "../../domain/risk/versions/model-watch.ts";
import type { ModelVersionStore } from "../../store/risk/model-versions.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

export type AlertModelDriftDeps = SendAlertDeps & { readonly modelVersions: Pick<ModelVersionStore, "find"> };

/** Warns the operators' channels once a week where something is beyond its threshold. @returns messages kept */
export async function alertModelDrift(
  deps: AlertModelDriftDeps,
  { findings, week, now }: { readonly findings: ModelFindings; readonly week: Week; readonly now: Date },
): Promise<number> {
  const warnings = warningsOf(findings);
  if (warnings.length === 0) return 0;
  const version = await deps.modelVersions.find(findings.modelVersionId);
  const message = {
    kind: "model-alert" as const,
    week,
    modelVersionId: findings.modelVersionId,
    trainedAt: (version?.trainedAt ?? now).toISOString(),
    customers: findings.customers,
    warnings,
    createdAt: now.toISOString(),
  };
  return sendAlert(deps, { keyOf: (channelId) => `model-alert:${channelId}:${week}`, message, now });
}
