import { type Clock, MS_PER_MINUTE } from "../domain/clock.ts";
import type { StepOutcome, StepOutputs } from "../domain/outreach/workflow-step.ts";
import { phrase } from "../domain/phrase.ts";
import type { Log } from "../log.ts";
import type { UntoldStep, WorkflowStepStore } from "../store/outreach/workflow-steps.ts";
import { type Locale, localeOf } from "../words/locale.ts";
import { textOf } from "../words/text.ts";

/** `taken`: Slack knows. `over`: it waits for no end of this execution any more. `lost`: nobody can say. */
export type StepEnd =
  | { readonly kind: "taken" | "over" | "lost" }
  | { readonly kind: "refused"; readonly error: string };

/** Tells Slack how a step ended. */
export type StepEnds = {
  succeeded(executionId: string, outputs: Readonly<Record<string, string | number>>): Promise<StepEnd>;
  failed(executionId: string, error: string): Promise<StepEnd>;
};

export type TellStepsDeps = {
  readonly workflowSteps: Pick<WorkflowStepStore, "takeUntold" | "told">;
  readonly ends: StepEnds;
  readonly clock: Clock;
  readonly log: Pick<Log, "error">;
};

const AT_ONCE = 20;
/** Chosen by the product: two minutes let a short outage pass, and twenty attempts are most of an hour. */
const RETRY_MS = 2 * MS_PER_MINUTE;
const MOST_ATTEMPTS = 20;
/** Slack shows it beside the workflow's run. */
const LONGEST = 500;

/** Tells Slack of steps that have ended; what it does not take is told again. @returns how many it knows of now */
export async function tellSteps(deps: TellStepsDeps): Promise<number> {
  const now = deps.clock();
  const steps = await deps.workflowSteps.takeUntold(now, new Date(now.getTime() + RETRY_MS), AT_ONCE);
  let told = 0;
  for (const step of steps) if (await tell(deps, step)) told += 1;
  return told;
}

async function tell(deps: TellStepsDeps, step: UntoldStep): Promise<boolean> {
  const { executionId, attempts } = step;
  const locale = localeOf(step.locale);
  const outcome = step.outcome ?? ERASED;
  let end = await sayEnd(deps.ends, executionId, outcome, locale);
  // A workflow must not hang on outputs that Slack does not take: the manifest may be another version's.
  if (end.kind === "refused" && outcome.kind === "done") {
    deps.log.error({ executionId, error: end.error }, "Slack refused what a workflow step found");
    end = await sayEnd(deps.ends, executionId, REFUSED, locale);
  }
  const isGivenUp = end.kind !== "taken" && end.kind !== "over" && attempts >= MOST_ATTEMPTS;
  if (isGivenUp) deps.log.error({ executionId, attempts }, "Slack was not told how a workflow step ended");
  if (end.kind === "taken" || end.kind === "over" || isGivenUp)
    await deps.workflowSteps.told(executionId, deps.clock());
  return end.kind === "taken";
}

const ERASED: StepOutcome = { kind: "failed", because: phrase("step.gone") };
const REFUSED: StepOutcome = { kind: "failed", because: phrase("step.refused") };

function sayEnd(ends: StepEnds, executionId: string, outcome: StepOutcome, locale: Locale): Promise<StepEnd> {
  return outcome.kind === "done"
    ? ends.succeeded(executionId, asText(outcome.outputs, locale))
    : ends.failed(executionId, asPlain(textOf(outcome.because, locale)));
}

function asText(outputs: StepOutputs, locale: Locale): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      if (typeof value === "number") return [name, value];
      return [name, asPlain(typeof value === "string" ? value : textOf(value, locale))];
    }),
  );
}

/**
 * One line in which nothing can become a mention or a link, wherever the workflow writes it: what escapes a bracket in one
 * place is shown as it is in another.
 */
function asPlain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .trim();
  const characters = Array.from(line);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
