import { partsAsWhole } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "../../figures/trace/trace.ts";
import { phrase } from "../../phrase.ts";
import type { SharedPart } from "../customer-costs.ts";
import { divisionPhrase } from "../division.ts";
import type { CostPool } from "../sharing/shared-pools.ts";
import { type EntryPart, poolOf, sharedKey } from "./entry-rows.ts";

/**
 * What of shared costs falls on one customer, or on several together, an entry a row, each with its division; the rows add up
 * to the parts.
 * @param entries every shared entry of the period
 * @param currency of the report
 */
export function sharedRows(
  parts: readonly SharedPart[],
  entries: readonly EntryPart[],
  currency: string,
): TraceRow[] {
  const pools = byPool(entries);
  return parts.flatMap((part) => rowsOf(part, pools.get(sharedKey(part)) ?? [], currency));
}

/** The entries of pools that fall on nobody, each with all that counts of it. */
export function unsharedParts(pools: readonly CostPool[], entries: readonly EntryPart[]): EntryPart[] {
  const keys = new Set(pools.map(sharedKey));
  const share = phrase("trace.for-nobody");
  return entries
    .filter((entry) => keys.has(poolOf(entry)))
    .map((entry) => ({ ...entry, row: { ...entry.row, share: entry.row.share ?? share } }));
}

function byPool(entries: readonly EntryPart[]): ReadonlyMap<string, EntryPart[]> {
  const pools = new Map<string, EntryPart[]>();
  for (const part of entries) {
    if (part.minor === null) continue;
    const key = poolOf(part);
    const own = pools.get(key);
    if (own) own.push(part);
    else pools.set(key, [part]);
  }
  return pools;
}

function rowsOf(part: SharedPart, entries: readonly EntryPart[], currency: string): TraceRow[] {
  const { minor, wholeMinor: whole } = part;
  const division = divisionPhrase(part, currency);
  const minors = entries.map((entry) => entry.minor ?? 0);
  if (whole === 0 || whole !== minors.reduce((sum, one) => sum + one, 0))
    return [{ ...poolRow(part, entries, currency), share: division }];
  const amounts = partsAsWhole(minors, (upTo) =>
    upTo === whole ? minor : Math.round((minor * upTo) / whole),
  );
  return entries.map(({ row }, index) => ({
    ...row,
    share: row.share === null ? division : phrase("trace.share.both", { days: row.share, division }),
    amount: amounts[index] ?? 0,
  }));
}

/** Entries as one: the ledger changed between two looks at it, so what each brings is not known. */
function poolRow(part: SharedPart, entries: readonly EntryPart[], currency: string): TraceRow {
  const { category, kind, appliesTo, fromDay, toDay, wholeMinor, minor } = part;
  const ids = entries.map(({ entry }) => entry.id).join(", ");
  return {
    ...NOTHING_TOLD,
    ...{ kind: "entry", id: ids === "" ? null : ids, fromDay, toDay, amount: minor },
    original: { minor: wholeMinor, currency },
    what: phrase("trace.entry", {
      ...{ category: phrase(`cost.category.${category}`), kind, whom: appliesTo, note: "", corrects: "" },
    }),
  };
}
