import { asWritten, phrase } from "../../phrase.ts";
import { type SegmentRule, wordsOfRule } from "./segment-rule.ts";

const NO_COUNTRY = "no country";

/** By country, as the file names it; the one with most customers first. */
export const geography: SegmentRule = {
  ...wordsOfRule("geography"),
  assign: (customers) =>
    byName(
      customers.map(({ country }) => country),
      NO_COUNTRY,
      "country",
    ),
};

/** Segments named by a fact of the file, largest first, those of one size by name; who has none comes last. */
export function byName(
  names: ReadonlyArray<string | null>,
  missing: string,
  fact: "country" | "segment",
): ReturnType<SegmentRule["assign"]> {
  const assigned = names.map((name) => name?.trim() || missing);
  const sizes = new Map<string, number>();
  for (const key of assigned) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const keys = [...sizes.keys()].sort(
    (a, b) =>
      Number(a === missing) - Number(b === missing) ||
      (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  return {
    segments: keys.map((key) => {
      const isMissing = key === missing;
      return {
        key,
        name: isMissing ? phrase(`segment.${fact}.none.name`) : asWritten(key),
        criterion: phrase(
          `segment.${fact}.${isMissing ? "none" : "named"}.criterion`,
          isMissing ? {} : { key },
        ),
      };
    }),
    assigned,
    basis: null,
    notes: [],
    serviceLevels: new Map(),
  };
}
