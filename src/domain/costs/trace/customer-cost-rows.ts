import { partsAsWhole } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "../../figures/trace/trace.ts";
import { phrase } from "../../phrase.ts";
import type { SharedPart } from "../customer-costs.ts";
import { divisionPhrase } from "../division.ts";
import type { EntryPart } from "./entry-rows.ts";

/**
 * What of shared costs falls on one customer, an entry a row, each with its division; the rows add up to the parts.
 * @param entries every shared entry of the period
 * @param currency of the report
 */
export function sharedRows(
  parts: readonly SharedPart[],
  entries: readonly EntryPart[],
  currency: string,
): TraceRow[] {
  const byKey = new Map<string, EntryPart[]>();
  for (const part of entries) {
    if (part.minor === null) continue;
    const key = keyOf({ ...part.entry, fromDay: part.fromDay, toDay: part.toDay });
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  return [...grouped(parts)].flatMap(([key, group]) => rowsOf(group, byKey.get(key) ?? [], currency));
}

type Key = Pick<SharedPart, "appliesTo" | "driver" | "category" | "kind" | "fromDay" | "toDay">;
const keyOf = ({ appliesTo, driver, category, kind, fromDay, toDay }: Key) =>
  JSON.stringify([appliesTo, driver, category, kind, fromDay, toDay]);

function grouped(parts: readonly SharedPart[]): Map<string, SharedPart[]> {
  const groups = new Map<string, SharedPart[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return groups;
}

function rowsOf(parts: readonly SharedPart[], entries: readonly EntryPart[], currency: string): TraceRow[] {
  const [first] = parts;
  const whole = total(parts.map(({ wholeMinor }) => wholeMinor));
  const isAlike = parts.every(({ weight, total: of }) => weight === first?.weight && of === first?.total);
  const isWhole = whole === total(entries.map(({ minor }) => minor ?? 0));
  if (first === undefined || !isAlike || !isWhole || whole === 0)
    return parts.map((part) => poolRow(part, currency));
  const minor = total(parts.map((part) => part.minor));
  const amounts = partsAsWhole(
    entries.map((entry) => entry.minor ?? 0),
    (upTo) => (upTo === whole ? minor : Math.round((minor * upTo) / whole)),
  );
  return entries.map(({ row }, index) => {
    const division = divisionPhrase(first, currency);
    const share = row.share === null ? division : phrase("trace.share.both", { days: row.share, division });
    return { ...row, share, amount: amounts[index] ?? 0 };
  });
}

/** Entries that cannot be told apart in a division. */
function poolRow(part: SharedPart, currency: string): TraceRow {
  const { category, kind, appliesTo, fromDay, toDay, wholeMinor, minor } = part;
  return {
    ...NOTHING_TOLD,
    ...{ kind: "entry", fromDay, toDay, original: { minor: wholeMinor, currency }, amount: minor },
    what: phrase("trace.entry", {
      ...{ category: phrase(`cost.category.${category}`), kind, whom: appliesTo, note: "", corrects: "" },
    }),
    share: divisionPhrase(part, currency),
  };
}

const total = (minors: readonly number[]) => minors.reduce((sum, minor) => sum + minor, 0);
