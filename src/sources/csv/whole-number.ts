import { phrase } from "../../domain/phrase.ts";
import { optionalDecimal } from "./column-kinds.ts";
import { quoted, reject } from "./reject.ts";

/** A number from 0 to `most`, rounded to a whole one; empty is null. */
export function optionalCount(most: number) {
  return (column: string) =>
    optionalDecimal(column).transform((text, context) => {
      if (text === null) return null;
      const number = Number(text);
      if (number >= 0 && number <= most) return Math.round(number);
      const facts = { column, value: quoted(text), lowest: 0, highest: most };
      return reject(context, "out_of_range", phrase("rejected.out-of-range", facts));
    });
}
