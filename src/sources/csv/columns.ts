import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import type { Rejection, RejectReason } from "../../domain/rejection.ts";
import { parseDay, parseInstant } from "./instant.ts";

type Context = z.RefinementCtx;

/** Marks a value as bad with the reason that the import reports. */
export function reject(context: Context, reason: RejectReason, detail: string): never {
  context.addIssue({ code: "custom", message: detail, params: { reason } });
  return z.NEVER;
}

/** The first column's reason, every column's detail. */
export function rejectionOf(error: z.ZodError): Rejection {
  const [first] = error.issues;
  const reason = first?.code === "custom" ? (first.params?.reason as RejectReason) : "too_long";
  return { reason, detail: error.issues.map((issue) => issue.message).join(" ") };
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
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
    if (trimmed === "") return reject(context, missing, `${column} is empty.`);
    return trimmed.length <= limit ? trimmed : tooLong(context, column, trimmed, limit);
  });
}

function tooLong(context: Context, column: string, text: string, limit: number): never {
  return reject(
    context,
    "too_long",
    `${column} has ${text.length.toLocaleString("en")} characters; at most ${limit.toLocaleString("en")} are kept.`,
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
  const detail = `${column} ${quote(text)} is no date from 1990 to 2100 like 2026-03-31 or 2026-03-31T09:30:00Z.`;
  return reject(context, "bad_date", detail);
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
  const hint = "Use plain digits with a decimal point, without thousands separators or a currency sign.";
  return reject(context, "not_a_number", `${column} ${quote(text)} is not a number. ${hint}`);
}

/** An ISO 4217 code; empty is null. */
export const optionalCurrency = z.string().transform((text, context) => {
  const code = text.trim().toUpperCase();
  if (code === "") return null;
  if (isCurrency(code)) return code;
  return reject(context, "unknown_currency", `${quote(text)} is no currency code like EUR or USD.`);
});

export { quote };
