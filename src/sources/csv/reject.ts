import { z } from "zod";
import type { Phrase } from "../../domain/phrase.ts";
import type { Rejection, RejectReason } from "../../domain/rejection.ts";

/** Marks a value as bad with the reason that the import reports. */
export function reject(context: z.RefinementCtx, reason: RejectReason, problem: Phrase): never {
  context.addIssue({ code: "custom", message: problem.code, params: { reason, problem } });
  return z.NEVER;
}

/** The first column's reason, every column's problem. @throws for a fault that no column marked by `reject` */
export function rejectionOf(error: z.ZodError): Rejection {
  const [first, ...more] = error.issues.map(marked);
  if (first === undefined) throw error;
  return { reason: first.reason, problems: [first.problem, ...more.map(({ problem }) => problem)] };
}

function marked(issue: z.core.$ZodIssue): { reason: RejectReason; problem: Phrase } {
  if (issue.code !== "custom") throw new Error(`A column has a fault without a reason: ${issue.message}`);
  return issue.params as { reason: RejectReason; problem: Phrase };
}

const LONGEST_QUOTE = 60;

/** The beginning of what stands in a field, to be quoted. */
export function quoted(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
