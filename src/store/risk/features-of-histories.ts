import { ACTIVITY_FEATURES } from "../../domain/risk/activity-features.ts";
import {
  type ActivityFigures,
  type ActivityLog,
  activityFigures,
} from "../../domain/risk/activity-figures.ts";
import type { NumberColumn } from "../../domain/risk/dataset.ts";
import { FEATURES, type Feature } from "../../domain/risk/features.ts";
import { type PackedHistories, SIDE_FEATURES, type SideFeature } from "./features-sql.ts";
import { unpackCurrencies, unpackDays, unpackDoubles, unpackHashes, unpackInts } from "./packed-columns.ts";

/** One row per customer of the population. */
export type HistoryFeatures = {
  readonly customerIds: Int32Array;
  /** Of each row's money; blank where no amount has one, or where several cannot be added. */
  readonly currencies: readonly string[];
  readonly columns: readonly NumberColumn[];
};

/** The customer at one place among those read. */
type History = {
  readonly place: number;
  readonly figures: ActivityFigures;
  readonly mixesCurrencies: boolean;
};

/**
 * The features of those read who were customers: bought or had a contract running.
 * @param asOfDay UTC days since 1970
 */
export function featuresOf(packed: PackedHistories, asOfDay: number): HistoryFeatures {
  const ids = unpackInts(packed.ids);
  const currencies = unpackCurrencies(packed.currencies);
  const histories = historiesOf(packed, asOfDay).filter(
    ({ place, figures }) => figures.purchaseDays > 0 || packed.hasContract?.[place] === "t",
  );
  return {
    customerIds: Int32Array.from(histories, ({ place }) => ids[place] ?? 0),
    currencies: histories.map(({ place, mixesCurrencies }) =>
      mixesCurrencies ? "" : (currencies[place] ?? ""),
    ),
    columns: FEATURES.map((feature) => ({
      kind: "number",
      name: feature.name,
      values: valuesOf(feature, packed, histories),
    })),
  };
}

function historiesOf(packed: PackedHistories, asOfDay: number): History[] {
  const log = logOf(packed);
  let from = 0;
  return Array.from(unpackInts(packed.activities), (count, place) => {
    const part = { log, from, to: from + count };
    from = part.to;
    return {
      place,
      figures: activityFigures(part, asOfDay),
      mixesCurrencies: packed.mixesCurrencies?.[place] === "t",
    };
  });
}

function logOf({ moments, codes, amounts, quantities, products }: PackedHistories): ActivityLog {
  return {
    days: unpackDays(moments),
    codes: Buffer.from(codes ?? "", "latin1"),
    amountsMinor: unpackDoubles(amounts),
    quantities: unpackDoubles(quantities),
    products: unpackHashes(products),
  };
}

/** Amounts that cannot be added (several currencies, none of them named as the customer's) are missing. */
function valuesOf(
  { name, unit }: Feature,
  packed: PackedHistories,
  histories: readonly History[],
): Float64Array {
  const values = new Float64Array(histories.length);
  const side = isSide(name) ? unpackDoubles(packed[name]) : null;
  const value = isSide(name) ? null : ACTIVITY_FEATURES[name];
  let row = 0;
  for (const { place, figures, mixesCurrencies } of histories) {
    const isUnknown = unit === "minor" && mixesCurrencies;
    values[row] = isUnknown ? Number.NaN : (value?.(figures) ?? side?.[place] ?? Number.NaN);
    row += 1;
  }
  return values;
}

const isSide = (name: Feature["name"]): name is SideFeature => name in SIDE_FEATURES;
