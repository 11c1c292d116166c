import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { Rejection, RejectReason } from "../../domain/rejection.ts";
import { parseDay, parseInstant } from "./instant.ts";

type Context = z.RefinementCtx;

/** Marks a value as bad with the reason that the import reports. */
export function reject(context: Context, reason: RejectReason, problem: Phrase): never {
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

/** Text of at most `limit` characters; empty is null. */
export function optionalText(column: string, limit: number) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    return trimmed.length <= limit ? trimmed : tooLong(context, column, trimmed, limit);
  });
}

export function neededText(column: string, limit: number, missing: RejectReason) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    if (trimmed === "") return reject(context, missing, phrase("rejected.empty", { column }));
    return trimmed.length <= limit ? trimmed : tooLong(context, column, trimmed, limit);
  });
}

function tooLong(context: Context, column: string, text: string, limit: number): never {
  return reject(
    context,
    "too_long",
    phrase("rejected.text-too-long", { column, length: text.length, limit }),
  );
}

export function instant(column: string) {
  return z.string().transform((text, context) => parseInstant(text.trim()) ?? badDate(context, column, text));
}

export function optionalDay(column: string) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    return trimmed === "" ? null : (parseDay(trimmed) ?? badDate(context, column, text));
  });
}

function badDate(context: Context, column: string, text: string): never {
  return reject(context, "bad_date", phrase("rejected.date", { column, value: quoted(text) }));
}

const DECIMAL = /^[+-]?\d{1,15}(?:\.\d{0,15})?$/;

/** A plain decimal as text ("-1234.50"), so that no binary fraction comes between; empty is null. */
export function optionalDecimal(column: string) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    return DECIMAL.test(trimmed) ? trimmed : notANumber(context, column, text);
  });
}

export function decimal(column: string) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    return DECIMAL.test(trimmed) ? trimmed : notANumber(context, column, text);
  });
}

function notANumber(context: Context, column: string, text: string): never {
  return reject(context, "not_a_number", phrase("rejected.number", { column, value: quoted(text) }));
}

/** An ISO 4217 code; empty is null. */
export const optionalCurrency = z.string().transform((text, context) => {
  const code = text.trim().toUpperCase();
  if (code === "") return null;
  if (isCurrency(code)) return code;
  return reject(context, "unknown_currency", phrase("rejected.currency", { value: quoted(text) }));
});
