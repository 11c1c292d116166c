import { z } from "zod";
import { LONGEST_QUERY } from "../../domain/customers/customer-search.ts";
import {
  LONGEST_WAIT_DAYS,
  type StepAsked,
  WAIT_DAYS,
  WORKFLOW_STEPS,
  type WorkflowStepName,
} from "../../domain/outreach/workflow-step.ts";
import { LONGEST_NOTE, MOST_MINUTES, TOUCH_CHANNELS, TOUCH_OUTCOMES } from "../blocks/outreach/forms.ts";

/** What Slack sends when a workflow comes to a step of ours, reduced to what is used. */
export const functionEvent = z.object({
  function: z.object({ callback_id: z.string().default("") }),
  function_execution_id: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
export type FunctionEvent = z.output<typeof functionEvent>;

/** A step as it was asked, or the first input that nobody can go by. */
export type ReadStep =
  | { readonly kind: "asked"; readonly memberId: string; readonly asked: StepAsked }
  | { readonly kind: "unknown" }
  | { readonly kind: "wrong"; readonly step: WorkflowStepName; readonly input: string };

const customer = z.string().trim().min(1).max(LONGEST_QUERY);
/** A variable of a workflow arrives as text wherever it was typed. */
const whole = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === "string" ? Number(given.replace(/\s*%$/, "").trim() || Number.NaN) : given),
    z.int().min(least).max(most),
  );
const orLeftOut = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === null || given === "" ? undefined : given), schema.optional());
const word = <const Words extends readonly string[]>(words: Words) =>
  z.preprocess((given) => (typeof given === "string" ? given.trim().toLowerCase() : given), z.enum(words));

const INPUTS = {
  look_up_customer: z
    .object({ customer })
    .transform((given) => ({ step: "look_up_customer", ...given }) as const),
  log_touch: z
    .object({
      customer,
      channel: word(TOUCH_CHANNELS),
      outcome: word(TOUCH_OUTCOMES),
      minutes: whole(0, MOST_MINUTES),
      note: orLeftOut(z.string().max(LONGEST_NOTE)),
    })
    .transform(({ note = null, ...given }) => ({ step: "log_touch", note, ...given }) as const),
  await_risk: z
    .object({ customer, percent: whole(1, 99), days: orLeftOut(whole(1, LONGEST_WAIT_DAYS)) })
    .transform(({ days = WAIT_DAYS, ...given }) => ({ step: "await_risk", days, ...given }) as const),
} as const satisfies Record<WorkflowStepName, z.ZodType<StepAsked>>;

const user = z.string().regex(/^[UW][A-Z0-9]+$/);

const isStep = (name: string): name is WorkflowStepName =>
  (WORKFLOW_STEPS as readonly string[]).includes(name);

/** What a workflow asks of a step. */
export function readStep({ function: { callback_id: step }, inputs }: FunctionEvent): ReadStep {
  if (!isStep(step)) return { kind: "unknown" };
  const member = user.safeParse(inputs.user);
  if (!member.success) return { kind: "wrong", step, input: "user" };
  const asked = INPUTS[step].safeParse(inputs);
  if (asked.success) return { kind: "asked", memberId: member.data, asked: asked.data };
  return { kind: "wrong", step, input: String(asked.error.issues[0]?.path[0] ?? "customer") };
}
