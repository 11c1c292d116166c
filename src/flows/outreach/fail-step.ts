import type { Clock } from "../../domain/clock.ts";
import type { WorkflowStepName } from "../../domain/outreach/workflow-step.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { WorkflowStepStore } from "../../store/outreach/workflow-steps.ts";

export type FailStepDeps = {
  readonly workflowSteps: Pick<WorkflowStepStore, "end">;
  readonly clock: Clock;
};

export type FailedStep = {
  readonly executionId: string;
  readonly step: WorkflowStepName | "unknown";
  /** Slack user id; empty where the workflow names nobody. */
  readonly memberId: string;
  readonly because: Phrase;
};

/** Ends a step that cannot be done as it was asked: the workflow stops there and says why. */
export async function failStep(
  { workflowSteps, clock }: FailStepDeps,
  { because, ...step }: FailedStep,
): Promise<void> {
  await workflowSteps.end({ ...step, customerId: null }, { kind: "failed", because }, clock());
}
