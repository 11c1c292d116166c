import { arrayOf, int4, nullable, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, customerRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** A week, or any other stretch of which one score a customer stays: its first moment, and the first that is no longer in it. */
export type Stretch = { readonly from: Date; readonly before: Date };

export type OldScoreStore = ReturnType<typeof oldScoreStore>;

export function oldScoreStore(database: Pick<Database, "pool" | "turns">) {
  const { pool, turns } = database;
  return {
    /** Where the thinning goes on: up to where it came, else the oldest score; null: there is none. */
    thinnedBefore: async (): Promise<Date | null> => (await BEGINS.one(pool)).at,

    /** Everything before the moment is thinned. */
    keepThinnedBefore: async (at: Date): Promise<void> => void (await KEEP_PROGRESS.run(pool, { at })),

    /**
     * Removes the scores of a stretch but for those that somebody may still ask for: each customer's last, their last
     * with a probability, those that were the newest when a suggestion was made of them or they were held out, and one
     * of each scoring, by which it is known which model gave it. Some customers at a time; done again it finds nothing.
     * @returns how many
     */
    async thin({ from, before }: Stretch): Promise<number> {
      let removed = 0;
      const known = new Set<number>();
      for (const range of await customerRanges(database, turns.customersPerQuery)) {
        const told = [...known].map((ms) => new Date(ms));
        const found = await THIN.one(pool, { ...range, from, before, known: told });
        removed += found.removed;
        for (const moment of found.moments ?? []) known.add(moment.getTime());
      }
      return removed;
    },
  };
}

const BEGINS = statement({
  name: "risk/old-scores: where thinning begins",
  sql: "SELECT COALESCE((SELECT thinned_before FROM score_thinning), (SELECT min(as_of) FROM scores)) AS at",
  row: { at: nullable(timestamptz) },
});

const KEEP_PROGRESS = statement({
  name: "risk/old-scores: keep progress",
  sql: `INSERT INTO score_thinning (thinned_before) VALUES (:at)
    ON CONFLICT (id) DO UPDATE SET thinned_before = GREATEST(score_thinning.thinned_before, excluded.thinned_before)`,
  parameters: { at: timestamptz },
});

/** The newest score before something is the one whose stretch up to the customer's next score holds it. */
const isBetween = (moment: string) => `${moment} >= old.as_of AND ${moment} < old.next_as_of`;

const THIN = statement({
  name: "risk/old-scores: thin",
  sql: `
  WITH old AS (
    SELECT customer_id, as_of, lead(as_of) OVER later AS next_as_of,
      probability IS NOT NULL AND row_number() OVER (
        PARTITION BY customer_id, probability IS NULL ORDER BY as_of DESC) = 1 AS last_figure,
      row_number() OVER (PARTITION BY as_of ORDER BY customer_id) = 1 AS first_of_scoring
    FROM scores
    WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND as_of >= :from AND as_of < :before
    WINDOW later AS (PARTITION BY customer_id ORDER BY as_of)
  ), removed AS (
    DELETE FROM scores s USING old
    WHERE s.customer_id = old.customer_id AND s.as_of = old.as_of AND old.next_as_of IS NOT NULL AND NOT old.last_figure
      AND (NOT old.first_of_scoring OR old.as_of = ANY (:known::timestamptz[]))
      AND NOT EXISTS (SELECT FROM suggestions g WHERE g.customer_id = old.customer_id AND ${isBetween("g.created_at")})
      AND NOT EXISTS (SELECT FROM playbook_cases p WHERE p.customer_id = old.customer_id AND p.passed_over = 'held-out'
        AND ${isBetween("p.eligible_at")})
    RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM removed) AS removed, (SELECT array_agg(DISTINCT as_of) FROM old) AS moments`,
  parameters: { ...CUSTOMER_RANGE, from: timestamptz, before: timestamptz, known: arrayOf(timestamptz) },
  row: { removed: int4, moments: nullable(arrayOf(timestamptz)) },
});
