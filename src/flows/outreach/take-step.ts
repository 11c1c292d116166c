import { accessRefusal, type Surface } from "../../domain/access.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import type { StepAsked, StepOutcome, WorkflowStepName } from "../../domain/outreach/workflow-step.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { BegunStep, WorkflowStepStore } from "../../store/outreach/workflow-steps.ts";
import { type AdmitDeps, admit, type Visitor } from "../customers/admit.ts";
import { type LogTouchDeps, logTouch } from "../customers/log-touch.ts";
import { type LookUpCustomerDeps, lookUpCustomer } from "../customers/look-up-customer.ts";
import { type LoadCustomerCardDeps, loadCustomerCard } from "./load-customer-card.ts";
import { stepOutputs } from "./step-outputs.ts";

export type TakeStepDeps = AdmitDeps &
  LookUpCustomerDeps &
  LoadCustomerCardDeps &
  LogTouchDeps & {
    readonly customers: Pick<CustomerStore, "find" | "search">;
    readonly workflowSteps: Pick<WorkflowStepStore, "end" | "wait">;
    readonly clock: Clock;
  };

export type StepRequest = {
  /** Slack's `function_execution_id`. */
  readonly executionId: string;
  /** Slack user id of whoever the workflow says it runs for. */
  readonly memberId: string;
  readonly asked: StepAsked;
};

const SURFACE: Readonly<Record<WorkflowStepName, Surface>> = {
  look_up_customer: "step:look-up",
  log_touch: "step:log-touch",
  await_risk: "step:await-risk",
};

/**
 * Does a step of a workflow, or begins to wait, and keeps how it ended; Slack is told from there. The same execution again
 * does nothing anew. By the rights of whoever the workflow runs for, and no more than every member may have: whoever made
 * the workflow could have named anybody.
 */
export async function takeStep(deps: TakeStepDeps, request: StepRequest): Promise<void> {
  const { executionId, memberId, asked } = request;
  const begun = { executionId, memberId, step: asked.step, customerId: null };
  const visitor = await admit(deps, memberId);
  const because = accessRefusal(SURFACE[asked.step], visitor, "agent");
  if (because !== null) return end(deps, begun, failed(phrase(`access.${because}`)));
  const found = await meantCustomer(deps, asked.customer);
  if (!("id" in found)) return end(deps, begun, failed(found));
  await doStep(deps, { ...begun, customerId: found.id }, { asked, customer: found, visitor });
}

type Doing = { readonly asked: StepAsked; readonly customer: Customer; readonly visitor: Visitor };

async function doStep(deps: TakeStepDeps, begun: BegunStep & { customerId: number }, doing: Doing) {
  const { asked } = doing;
  if (asked.step === "await_risk") {
    const now = deps.clock();
    await deps.workflowSteps.wait(begun, asked.percent / 100, daysAfter(now, asked.days), now);
    return;
  }
  const outcome = asked.step === "log_touch" ? await log(deps, begun, asked) : await lookUp(deps, doing);
  await end(deps, begun, outcome);
}

async function end(deps: TakeStepDeps, begun: BegunStep, outcome: StepOutcome): Promise<void> {
  await deps.workflowSteps.end(begun, outcome, deps.clock());
}

const failed = (because: Phrase): StepOutcome => ({ kind: "failed", because });

/** Nobody sees what a workflow does with it, so what is typed has to mean one customer, and exactly. */
async function meantCustomer(deps: TakeStepDeps, typed: string): Promise<Customer | Phrase> {
  const id = /^#(\d{1,9})$/.exec(typed.trim())?.[1];
  if (id !== undefined)
    return (await deps.customers.find(Number(id))) ?? phrase("step.no-customer", { typed });
  const found = await lookUpCustomer(deps, typed);
  if (found.kind === "choice") return phrase("step.several-customers", { typed });
  if (found.kind !== "found" || found.how === "similar") return phrase("step.no-customer", { typed });
  return (await deps.customers.find(found.customerId)) ?? phrase("step.no-customer", { typed });
}

async function lookUp(deps: TakeStepDeps, { customer, visitor }: Doing): Promise<StepOutcome> {
  const asked = { customerId: customer.id, member: visitor, audience: "everyone", place: "agent" } as const;
  const loaded = await loadCustomerCard(deps, asked);
  if (loaded.kind === "gone") return failed(phrase("step.gone"));
  return { kind: "done", outputs: stepOutputs(loaded.card) };
}

/** The execution's id is the touch's own, so that one execution logs one touch alone. */
async function log(
  deps: TakeStepDeps,
  { customerId, executionId, memberId }: BegunStep & { customerId: number },
  { channel, outcome, minutes, note }: Extract<StepAsked, { step: "log_touch" }>,
): Promise<StepOutcome> {
  const touch = { channel, outcome, note, minutesSpent: minutes, at: deps.clock() };
  const logged = await logTouch(deps, { ...touch, customerId, memberId, viewId: `step:${executionId}` });
  if (logged.kind === "gone") return failed(phrase("step.gone"));
  return { kind: "done", outputs: { customer_id: `#${customerId}`, result: phrase("step.logged") } };
}
