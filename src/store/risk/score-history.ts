import type { Reason } from "../../domain/risk/scores/reasons.ts";
import type { Database } from "../database/database.ts";

/** One scoring of one customer as it was stored. */
export type StoredScore = {
  readonly asOf: Date;
  /** Null where no probability could be given, with the reason in `silence`. */
  readonly probability: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly silence: string | null;
  /** Null: not worked out yet. */
  readonly reasons: readonly Reason[] | null;
  readonly modelVersionId: number | null;
};

export type ScoreHistoryStore = ReturnType<typeof scoreHistoryStore>;

/** A customer's scores over time; nothing here is changed. */
export function scoreHistoryStore({ pool }: Pick<Database, "pool">) {
  const first = async (condition: string, values: readonly unknown[]): Promise<StoredScore | null> => {
    const { rows } = await pool.query<ScoreRow>(`SELECT ${FIELDS} FROM scores ${condition} LIMIT 1`, [
      ...values,
    ]);
    return rows[0] ? scoreFrom(rows[0]) : null;
  };
  return {
    /** The newest score as of the moment or before it, with or without a probability. */
    newest: (customerId: number, upTo: Date) =>
      first("WHERE customer_id = $1 AND as_of <= $2 ORDER BY as_of DESC", [customerId, upTo]),

    /** The newest one with a probability as of the moment or before it. */
    newestProbability: (customerId: number, upTo: Date) =>
      first("WHERE customer_id = $1 AND as_of <= $2 AND probability IS NOT NULL ORDER BY as_of DESC", [
        customerId,
        upTo,
      ]),

    /**
     * The one with a probability that a card compares a score with: the newest at least a week older, or else the
     * oldest there is.
     */
    comparable: (customerId: number, asOf: Date) =>
      first(
        `WHERE customer_id = $1 AND as_of < $2 AND probability IS NOT NULL
         ORDER BY (as_of <= $2::timestamptz - interval '7 days') DESC,
           CASE WHEN as_of <= $2::timestamptz - interval '7 days' THEN as_of END DESC, as_of`,
        [customerId, asOf],
      ),
  };
}

const FIELDS = "as_of, probability, probability_low, probability_high, silence, reasons, model_version_id";

type ScoreRow = {
  as_of: Date;
  probability: number | null;
  probability_low: number | null;
  probability_high: number | null;
  silence: string | null;
  reasons: Reason[] | null;
  model_version_id: number | null;
};

const scoreFrom = (row: ScoreRow): StoredScore => ({
  asOf: row.as_of,
  probability: row.probability,
  low: row.probability_low,
  high: row.probability_high,
  silence: row.silence,
  reasons: row.reasons,
  modelVersionId: row.model_version_id,
});
