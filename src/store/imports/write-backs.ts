import type { WriteBackFields } from "../../domain/imports/write-back.ts";
import { type Band, HIGH_RISK, MEDIUM_RISK } from "../../domain/risk/bands.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { arrayOf, bool, float4, int4, json, text, textOf, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { countedSql } from "../figures/uncounted-customers.ts";
import { newestScore } from "../outreach/risk-list.ts";

export type WriteBackStore = ReturnType<typeof writeBackStore>;

export type WriteBackSetting = {
  readonly source: string;
  readonly fields: WriteBackFields;
  readonly isOn: boolean;
};

/** A customer whose band is another one than was written last. */
export type DueWriteBack = {
  readonly customerId: number;
  readonly externalId: string;
  readonly band: Band;
  readonly asOf: Date;
};

export type WriteBackClaim = { readonly source: string; readonly now: Date; readonly until: Date };

export type WriteBackCounts = {
  readonly written: number;
  /** Begun, and not known to have arrived. */
  readonly open: number;
  /** Not there any more in the system. */
  readonly notThere: number;
};

/** Which bands are written into which systems. */
export function writeBackStore(database: Database) {
  const { pool } = database;
  return {
    /** Null: never set. */
    setting: (source: string): Promise<WriteBackSetting | null> => SETTING.first(pool, { source }),

    async set(setting: WriteBackSetting, at: Date): Promise<void> {
      await SET.run(pool, { ...setting, at });
    },

    /** Sources that are written into, by name. */
    on: (): Promise<WriteBackSetting[]> => ON.all(pool),

    /**
     * Customers of a source, as figures count them, who have a score from after a moment and another band than was
     * written last, or none yet; by id.
     */
    due: (source: string, now: Date, freshAfter: Date): Promise<DueWriteBack[]> =>
      queryByRanges(database, DUE, {
        ...{ source, now, freshAfter, highRisk: HIGH_RISK, mediumRisk: MEDIUM_RISK },
      }),

    /** @returns those that nobody else is writing, and that are still due */
    async claim({ source, now, until }: WriteBackClaim, due: readonly DueWriteBack[]): Promise<Set<number>> {
      const rows = await CLAIM.all(pool, {
        ...{ source, now, until, customerIds: idsOf(due) },
        ...{ bands: due.map(({ band }) => band), moments: due.map(({ asOf }) => asOf) },
      });
      return new Set(rows.map(({ customerId }) => customerId));
    },

    /** @returns how many of them the claim still held */
    settle(
      { source, until }: WriteBackClaim,
      state: "written" | "not-there",
      customerIds: readonly number[],
      at: Date,
    ): Promise<number> {
      return SETTLE.run(pool, { source, until, state, customerIds, at });
    },

    /** Gives back what was not written: it stays due. */
    async release({ source, until }: WriteBackClaim, customerIds: readonly number[]): Promise<void> {
      await RELEASE.run(pool, { source, until, customerIds });
    },

    counts: (source: string): Promise<WriteBackCounts> => COUNTS.one(pool, { source }),
  };
}

const idsOf = (due: readonly DueWriteBack[]) => due.map(({ customerId }) => customerId);

const SETTING_ROW = { source: text, fields: json<WriteBackFields>(), isOn: bool };
const SETTING_FIELDS = `source, fields, is_on AS "isOn"`;

const SETTING = statement({
  name: "imports/write-backs: setting",
  sql: `SELECT ${SETTING_FIELDS} FROM write_back_settings WHERE source = :source`,
  parameters: { source: text },
  row: SETTING_ROW,
});

const ON = statement({
  name: "imports/write-backs: on",
  sql: `SELECT ${SETTING_FIELDS} FROM write_back_settings WHERE is_on ORDER BY source`,
  row: SETTING_ROW,
});

// Other fields have nothing yet: everybody is written into them anew.
const SET = statement({
  name: "imports/write-backs: set",
  sql: `
  WITH forgotten AS (
    DELETE FROM write_backs WHERE source = :source AND EXISTS (
      SELECT FROM write_back_settings s WHERE s.source = :source AND s.fields <> :fields::jsonb)
  )
  INSERT INTO write_back_settings (source, fields, is_on, changed_at) VALUES (:source, :fields::jsonb, :isOn, :at)
  ON CONFLICT (source) DO UPDATE SET fields = excluded.fields, is_on = excluded.is_on, changed_at = excluded.changed_at`,
  parameters: { source: text, fields: json<WriteBackFields>(), isOn: bool, at: timestamptz },
});

const BAND =
  "CASE WHEN score.probability >= :highRisk::real THEN 'high' WHEN score.probability >= :mediumRisk::real THEN 'medium' ELSE 'low' END";

/** By its own id in the system, what is known of whom it counts for. */
const DUE = statement({
  name: "imports/write-backs: due",
  sql: `
  SELECT own.id AS "customerId", own.external_id AS "externalId", ${BAND} AS band, score.as_of AS "asOf"
  FROM customers own JOIN customers c ON c.id = COALESCE(own.joined_into, own.id)
  JOIN ${newestScore(":now::timestamptz")} score ON score.probability IS NOT NULL AND score.as_of > :freshAfter
  LEFT JOIN write_backs w ON w.source = :source AND w.customer_id = own.id
  WHERE own.id BETWEEN :firstCustomerId AND :lastCustomerId AND own.source = :source AND own.erased_at IS NULL
    AND ${notEndedSql("c", ":now::timestamptz")} AND ${countedSql("c")}
    AND (w.customer_id IS NULL
      OR (w.state = 'writing' AND COALESCE(w.claimed_until <= :now::timestamptz, true))
      OR (w.state <> 'writing' AND w.band <> ${BAND}))
  ORDER BY own.id`,
  parameters: {
    ...CUSTOMER_RANGE,
    source: text,
    now: timestamptz,
    freshAfter: timestamptz,
    highRisk: float4,
    mediumRisk: float4,
  },
  row: { customerId: int4, externalId: text, band: textOf<Band>(), asOf: timestamptz },
});

const CLAIM = statement({
  name: "imports/write-backs: claim",
  sql: `
  INSERT INTO write_backs AS was (source, customer_id, band, as_of, state, claimed_until)
  SELECT :source, due.id, due.band, due.as_of, 'writing', :until::timestamptz
  FROM unnest(:customerIds::int[], :bands::text[], :moments::timestamptz[]) AS due (id, band, as_of)
  ON CONFLICT (source, customer_id) DO UPDATE
    SET band = excluded.band, as_of = excluded.as_of, state = 'writing', claimed_until = excluded.claimed_until
    WHERE (was.state = 'writing' AND COALESCE(was.claimed_until <= :now::timestamptz, true))
      OR (was.state <> 'writing' AND was.band <> excluded.band)
  RETURNING customer_id AS "customerId"`,
  parameters: {
    source: text,
    now: timestamptz,
    until: timestamptz,
    customerIds: arrayOf(int4),
    bands: arrayOf(text),
    moments: arrayOf(timestamptz),
  },
  row: { customerId: int4 },
});

/** What proves a claim is when it ends. */
const HELD =
  "source = :source AND customer_id = ANY (:customerIds::int[]) AND state = 'writing' AND claimed_until = :until";

const SETTLE = statement({
  name: "imports/write-backs: settle",
  sql: `UPDATE write_backs SET state = :state, settled_at = :at, claimed_until = NULL WHERE ${HELD}`,
  parameters: { source: text, until: timestamptz, state: text, customerIds: arrayOf(int4), at: timestamptz },
});

const RELEASE = statement({
  name: "imports/write-backs: release",
  sql: `UPDATE write_backs SET claimed_until = NULL WHERE ${HELD}`,
  parameters: { source: text, until: timestamptz, customerIds: arrayOf(int4) },
});

const COUNTS = statement({
  name: "imports/write-backs: counts",
  sql: `
  SELECT count(*) FILTER (WHERE state = 'written')::int AS written, count(*) FILTER (WHERE state = 'writing')::int AS open,
    count(*) FILTER (WHERE state = 'not-there')::int AS "notThere"
  FROM write_backs WHERE source = :source`,
  parameters: { source: text },
  row: { written: int4, open: int4, notThere: int4 },
});
