import { type Clock, daysAfter } from "../../domain/clock.ts";
import { type StepOutcome, waitStand } from "../../domain/outreach/workflow-step.ts";
import { phrase } from "../../domain/phrase.ts";
import type { WaitingStep, WorkflowStepStore } from "../../store/outreach/workflow-steps.ts";

export type EndWaitsDeps = {
  readonly workflowSteps: Pick<WorkflowStepStore, "waiting" | "beganAbove" | "end" | "forget">;
  readonly clock: Clock;
};

/** Read in one go. */
const PAGE = 500;
/** Chosen by the product: long after Slack would send an execution again. */
const FORGOTTEN_AFTER_DAYS = 30;

/** Ends the steps whose customer's risk has crossed what they wait for, and those whose time is over. */
export async function endWaits(deps: EndWaitsDeps): Promise<{ readonly ended: number }> {
  const now = deps.clock();
  let ended = 0;
  let after = "";
  for (;;) {
    const page = await deps.workflowSteps.waiting(after, PAGE);
    for (const step of page) if (await endOne(deps, step, now)) ended += 1;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.executionId;
  }
  await deps.workflowSteps.forget(daysAfter(now, -FORGOTTEN_AFTER_DAYS));
  return { ended };
}

async function endOne({ workflowSteps }: EndWaitsDeps, step: WaitingStep, now: Date): Promise<boolean> {
  const { executionId, threshold, beganAbove, probability, waitUntil, memberId, customerId } = step;
  const percent = Math.round(threshold * 100);
  const stand = waitStand({ percent, beganAbove }, probability);
  if (stand.kind === "begins") await workflowSteps.beganAbove(executionId, stand.above);
  const begun = { executionId, memberId, step: "await_risk", customerId } as const;
  if (step.name === null) return workflowSteps.end(begun, failed("step.gone"), now);
  if (stand.kind === "crossed") return workflowSteps.end(begun, crossed(step, stand), now);
  if (now < waitUntil) return false;
  return workflowSteps.end(begun, notCrossed(step, percent, now), now);
}

const failed = (code: string): StepOutcome => ({ kind: "failed", because: phrase(code) });

function crossed(
  { customerId, name }: WaitingStep,
  { how, percent }: { readonly how: "rose" | "fell"; readonly percent: number },
): StepOutcome {
  const outputs = {
    customer_id: `#${customerId}`,
    customer_name: name ?? "",
    risk_percent: percent,
    direction: phrase(`step.direction.${how}`),
  };
  return { kind: "done", outputs };
}

function notCrossed({ name, probability }: WaitingStep, percent: number, now: Date): StepOutcome {
  const code = probability === null ? "step.not-crossed.no-figure" : "step.not-crossed";
  const day = { day: now.toISOString().slice(0, 10) };
  return { kind: "failed", because: phrase(code, { customer: name ?? "", percent, day }) };
}
