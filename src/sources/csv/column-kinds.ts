import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import { phrase } from "../../domain/phrase.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import type { ColumnKind } from "./columns.ts";
import { parseDay, parseMoment } from "./instant.ts";
import { quoted, reject } from "./reject.ts";

type Context = z.RefinementCtx;

/** The field as it stands in the file. */
export const asWritten: ColumnKind<string> = () => z.string();

/** Text of at most `limit` characters; empty is null. */
export function optionalText(limit: number) {
  return (column: string) =>
    z.string().transform((text, context) => {
      const trimmed = text.trim();
      if (trimmed === "") return null;
      return trimmed.length <= limit ? trimmed : tooLong(context, column, trimmed, limit);
    });
}

/** Text of 1 to `limit` characters. */
export function neededText(limit: number, missing: RejectReason) {
  return (column: string) =>
    z.string().transform((text, context) => {
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

/** A moment as `parseMoment` reads it. */
export function moment(column: string) {
  return z.string().transform((text, context) => parseMoment(text.trim()) ?? badDate(context, column, text));
}

/** A moment as `parseMoment` reads it; empty is null. */
export function optionalMoment(column: string) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    return trimmed === "" ? null : (parseMoment(trimmed) ?? badDate(context, column, text));
  });
}

/** A calendar day as `parseDay` reads it; empty is null. */
export function optionalDay(column: string) {
  return z.string().transform((text, context) => {
    const trimmed = text.trim();
    return trimmed === "" ? null : (parseDay(trimmed) ?? badDate(context, column, text));
  });
}

/** A calendar day as `parseDay` reads it. */
export function neededDay(column: string) {
  return z.string().transform((text, context) => parseDay(text.trim()) ?? badDate(context, column, text));
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

/** A plain decimal as text; empty is no number. */
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
export function optionalCurrency() {
  return z.string().transform((text, context) => {
    const code = text.trim().toUpperCase();
    if (code === "") return null;
    if (isCurrency(code)) return code;
    return reject(context, "unknown_currency", phrase("rejected.currency", { value: quoted(text) }));
  });
}

/** An ISO 4217 code. */
export function neededCurrency(column: string) {
  return optionalCurrency().transform(
    (code, context) => code ?? reject(context, "missing_currency", phrase("rejected.empty", { column })),
  );
}
