import { z } from "zod";
import { phrase } from "../../domain/phrase.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import { quoted, reject } from "./reject.ts";

/** For each value of a column the words by which files write it, besides the value itself. */
export type Spellings<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** One of a few values, in whatever case and with or without accents, "_", "-" and full-width letters. */
export function oneOf<Value extends string>(spellings: Spellings<Value>, reason: RejectReason) {
  return (column: string) => z.string().transform(reader(spellings, reason, column));
}

/** The same, where an empty field means something: a value, or that none is known. */
export function oneOfOr<Value extends string, Empty extends Value | null>(
  spellings: Spellings<Value>,
  reason: RejectReason,
  empty: Empty,
) {
  return (column: string) => {
    const read = reader(spellings, reason, column);
    return z
      .string()
      .transform((text, context): Value | Empty => (text.trim() === "" ? empty : read(text, context)));
  };
}

function reader<Value extends string>(spellings: Spellings<Value>, reason: RejectReason, column: string) {
  const values = Object.keys(spellings) as Value[];
  const known = new Map(
    values.flatMap((value) => [value, ...spellings[value]].map((word) => [folded(word), value] as const)),
  );
  return (text: string, context: z.RefinementCtx): Value => {
    const facts = { column, value: quoted(text), choices: values.join(", ") };
    return known.get(folded(text)) ?? reject(context, reason, phrase("rejected.not-one-of", facts));
  };
}

function folded(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{Mn}/gu, "");
  return plain
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
