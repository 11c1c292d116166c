import { ACTIVITY_FEATURES } from "../../domain/risk/activity-features.ts";
import {
  type ActivityFigures,
  type ActivityLog,
  activityFigures,
  type LogPart,
} from "../../domain/risk/activity-figures.ts";
import type { NumberColumn } from "../../domain/risk/dataset.ts";
import { FEATURES, type Feature } from "../../domain/risk/features.ts";
import { type PackedFacts, type PackedLog, SIDE_FEATURES, type SideFeature } from "./features-sql.ts";
import {
  daysOf,
  serverMoment,
  unpackCurrencies,
  unpackDoubles,
  unpackHashes,
  unpackInts,
  unpackMoments,
} from "./packed-columns.ts";

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

/** Each customer's part of a log, by their id. */
export type CustomerLogs = {
  readonly parts: ReadonlyMap<number, LogPart>;
  /** Of each activity, as the server counts them. */
  readonly moments: Float64Array;
};

export function customerLogs({ ids, activities, ...packed }: PackedLog): CustomerLogs {
  const moments = unpackMoments(packed.moments);
  const log = logOf(packed, moments);
  const counts = unpackInts(activities);
  const parts = new Map<number, LogPart>();
  let from = 0;
  for (const [place, id] of unpackInts(ids).entries()) {
    const to = from + (counts[place] ?? 0);
    parts.set(id, { log, from, to });
    from = to;
  }
  return { parts, moments };
}

/** What had been done before the moment. */
export function logsBefore({ parts, moments }: CustomerLogs, moment: Date): CustomerLogs {
  const end = serverMoment(moment);
  const cut = [...parts].map(([id, part]): [number, LogPart] => {
    let { to } = part;
    while (to > part.from && (moments[to - 1] ?? 0) >= end) to -= 1;
    return [id, { ...part, to }];
  });
  return { parts: new Map(cut), moments };
}

/**
 * The features of those read who were customers: bought or had a contract running.
 * @param asOfDay UTC days since 1970
 */
export function featuresOf(packed: PackedFacts, { parts }: CustomerLogs, asOfDay: number): HistoryFeatures {
  const ids = unpackInts(packed.ids);
  const currencies = unpackCurrencies(packed.currencies);
  const all = Array.from(ids, (id, place): History => {
    const figures = activityFigures(parts.get(id) ?? NOTHING, asOfDay);
    return { place, figures, mixesCurrencies: packed.mixesCurrencies?.[place] === "t" };
  });
  const histories = all.filter(
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

const NOTHING: LogPart = {
  log: { days: [], codes: [], amountsMinor: [], quantities: [], products: [] },
  from: 0,
  to: 0,
};

function logOf(
  { codes, amounts, quantities, products }: Omit<PackedLog, "ids" | "activities">,
  moments: Float64Array,
): ActivityLog {
  return {
    days: daysOf(moments),
    codes: Buffer.from(codes ?? "", "latin1"),
    amountsMinor: unpackDoubles(amounts),
    quantities: unpackDoubles(quantities),
    products: unpackHashes(products),
  };
}

/** Amounts that cannot be added (several currencies, none of them named as the customer's) are missing. */
function valuesOf({ name, unit }: Feature, packed: PackedFacts, histories: readonly History[]): Float64Array {
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
