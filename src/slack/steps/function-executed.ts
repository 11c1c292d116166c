import { randomBytes } from "node:crypto";
import { LONGEST_WAIT_DAYS } from "../../domain/outreach/workflow-step.ts";
import { phrase } from "../../domain/phrase.ts";
import { MOST_MINUTES, TOUCH_CHANNELS, TOUCH_OUTCOMES } from "../blocks/outreach/forms.ts";
import type { EventHandler, HandlerTools } from "../frame/handler.ts";
import { type FunctionEvent, readStep } from "./step-request.ts";

/** A workflow came to a step of ours: it is done, or begins to wait. Slack is told of the end from what is kept. */
export const functionExecuted: EventHandler = async ({ step }, tools) => {
  if (step === null) return;
  try {
    await take(step, tools);
  } catch (error) {
    // Nobody sees a workflow that hangs: it is ended, and the log says why.
    const reference = randomBytes(4).toString("hex");
    await fail(step, "step.failed", { reference }, tools);
    throw new Error(`A workflow's step failed (${reference})`, { cause: error });
  }
};

async function take(event: FunctionEvent, tools: HandlerTools): Promise<void> {
  const read = readStep(event);
  if (read.kind === "unknown") return fail(event, "step.unknown", {}, tools);
  if (read.kind === "wrong") return fail(event, `step.wrong.${read.input}`, ALLOWED, tools);
  const { memberId, asked } = read;
  await tools.flows.takeStep({ executionId: event.function_execution_id, memberId, asked });
}

/** What the inputs may be, for whoever made the workflow. */
const ALLOWED = {
  channels: TOUCH_CHANNELS.join(", "),
  outcomes: TOUCH_OUTCOMES.join(", "),
  minutes: MOST_MINUTES,
  days: LONGEST_WAIT_DAYS,
};

async function fail(
  event: FunctionEvent,
  code: string,
  parameters: Record<string, string | number>,
  { flows }: HandlerTools,
): Promise<void> {
  const read = readStep(event);
  const step = read.kind === "asked" ? read.asked.step : read.kind === "wrong" ? read.step : "unknown";
  const memberId = typeof event.inputs.user === "string" ? event.inputs.user.slice(0, 30) : "";
  const because = phrase(code, parameters);
  await flows.failStep({ executionId: event.function_execution_id, step, memberId, because });
}
