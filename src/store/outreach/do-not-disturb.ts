import type { HarmEvidence, QuietEntry } from "../../domain/outreach/do-not-disturb.ts";
import { withJoinedSql } from "../customers/with-joined.ts";
import {
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { closeDisturbingWithin } from "./suggestions.ts";

export type DoNotDisturbStore = ReturnType<typeof doNotDisturbStore>;

export type NewQuiet = {
  readonly customerId: number;
  readonly because: string;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
};

export type SuggestedQuiet = {
  readonly segment: string;
  readonly playbook: string;
  readonly quarter: string;
  readonly evidence: HarmEvidence;
  readonly at: Date;
};

/** Whom contact does no good, as somebody decided or the comparison suggests. */
export function doNotDisturbStore(database: Database) {
  const { pool } = database;
  return {
    /**
     * Leaves a customer alone from now on, closes the open nudges about them, and notes it, all or nothing.
     * @returns false for an unknown customer, and for one who is left alone already
     */
    set: (quiet: NewQuiet): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await SET.run(client, quiet)) === 0) return false;
        await closeDisturbingWithin(client, quiet.customerId, quiet.at);
        return true;
      }),

    /** Keeps what the comparison suggests, once a quarter. @returns whether it is new */
    suggest: async (suggested: SuggestedQuiet): Promise<boolean> =>
      (await SUGGEST.run(pool, suggested)) === 1,

    /** Suggestions first, then the newest. */
    async list(offset: number, limit: number): Promise<QuietEntry[]> {
      return (await LIST.all(pool, { offset, limit })).flatMap(entryFrom);
    },

    count: async (): Promise<number> => (await COUNT.one(pool)).entries,

    async find(id: number): Promise<QuietEntry | null> {
      const row = await FIND.first(pool, { id });
      return row === null ? null : (entryFrom(row)[0] ?? null);
    },

    /** How a customer is left alone; null: they are not. */
    async ofCustomer(customerId: number): Promise<QuietEntry | null> {
      const row = await OF_CUSTOMER.first(pool, { customerId });
      return row === null ? null : (entryFrom(row)[0] ?? null);
    },

    /** Decides about an entry, and notes it. @returns false where it was decided so before */
    decide: async (decided: {
      readonly id: number;
      readonly status: "quiet" | "allowed";
      readonly by: string;
      readonly at: Date;
    }): Promise<boolean> => (await DECIDE.run(pool, decided)) === 1,

    /** The ids of all customers of a segment, those who left among them. */
    async inSegment(segment: string): Promise<number[]> {
      return (await IN_SEGMENT.all(pool, { segment })).map(({ id }) => id);
    },
  };
}

const ENTRY_ROW = {
  id: int4,
  customerId: nullable(int4),
  name: nullable(text),
  segment: nullable(text),
  playbook: nullable(text),
  quarter: nullable(text),
  evidence: nullable(json<HarmEvidence>()),
  status: textOf<QuietEntry["status"]>(),
  because: nullable(text),
  by: nullable(text),
  byName: nullable(text),
  since: timestamptz,
} as const;

const ENTRIES = `
  SELECT d.id, head.id AS "customerId", head.name, d.segment, d.playbook, d.quarter, d.evidence, d.status, d.because,
    COALESCE(d.set_by, d.decided_by) AS by, m.name AS "byName", COALESCE(d.decided_at, d.set_at) AS since
  FROM do_not_disturb d LEFT JOIN customers c ON c.id = d.customer_id
  LEFT JOIN customers head ON head.id = COALESCE(c.joined_into, c.id)
  LEFT JOIN members m ON m.slack_user_id = COALESCE(d.set_by, d.decided_by)
  WHERE d.status IN ('suggested', 'quiet')`;

/** What stands in the columns of an entry, as the table's checks say. */
function entryFrom(row: ValuesOf<typeof ENTRY_ROW>): QuietEntry[] {
  const { id, status, because, by, byName, since, customerId, name, segment, playbook, quarter, evidence } =
    row;
  const entry = { id, status, because, by, byName, since };
  if (customerId !== null && name !== null)
    return [{ ...entry, whom: { kind: "customer", customerId, name } }];
  if (segment === null || playbook === null || quarter === null || evidence === null) return [];
  return [{ ...entry, whom: { kind: "segment", segment, playbook, quarter, evidence } }];
}

const LIST = statement({
  name: "outreach/do-not-disturb: list",
  sql: `${ENTRIES} ORDER BY (d.status = 'suggested') DESC, d.set_at DESC, d.id DESC OFFSET :offset LIMIT :limit`,
  parameters: { offset: int8, limit: int8 },
  row: ENTRY_ROW,
});

const COUNT = statement({
  name: "outreach/do-not-disturb: count",
  sql: "SELECT count(*)::int AS entries FROM do_not_disturb WHERE status IN ('suggested', 'quiet')",
  row: { entries: int4 },
});

const FIND = statement({
  name: "outreach/do-not-disturb: find",
  sql: `${ENTRIES} AND d.id = :id`,
  parameters: { id: int4 },
  row: ENTRY_ROW,
});

const OF_CUSTOMER = statement({
  name: "outreach/do-not-disturb: of a customer",
  sql: `${ENTRIES} AND d.customer_id IN ${withJoinedSql(":customerId::int")} ORDER BY d.set_at DESC, d.id DESC LIMIT 1`,
  parameters: { customerId: int4 },
  row: ENTRY_ROW,
});

const SET = statement({
  name: "outreach/do-not-disturb: set",
  sql: `
  WITH made AS (
    INSERT INTO do_not_disturb (customer_id, status, because, set_by, set_at)
    SELECT id, 'quiet', :because, :by, :at FROM customers WHERE id = :customerId
    ON CONFLICT (customer_id) WHERE status = 'quiet' DO NOTHING RETURNING customer_id
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'do-not-disturb.set', customer_id, jsonb_build_object('because', :because::text) FROM made`,
  parameters: { customerId: int4, because: text, by: text, at: timestamptz },
});

const SUGGEST = statement({
  name: "outreach/do-not-disturb: suggest",
  sql: `
  INSERT INTO do_not_disturb (segment, playbook, quarter, evidence, status, set_at)
  SELECT :segment, :playbook, :quarter, :evidence, 'suggested', :at
  WHERE NOT EXISTS (SELECT FROM do_not_disturb
    WHERE segment = :segment AND playbook = :playbook AND status IN ('suggested', 'quiet'))
  ON CONFLICT (playbook, segment, quarter) DO NOTHING`,
  parameters: {
    segment: text,
    playbook: text,
    quarter: text,
    evidence: json<HarmEvidence>(),
    at: timestamptz,
  },
});

const DECIDE = statement({
  name: "outreach/do-not-disturb: decide",
  sql: `
  WITH decided AS (
    UPDATE do_not_disturb SET status = :status, decided_by = :by, decided_at = :at
    WHERE id = :id AND status IN ('suggested', 'quiet') AND status <> :status RETURNING id, customer_id
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'do-not-disturb.' || :status::text, customer_id, jsonb_build_object('entry', id) FROM decided`,
  parameters: { id: int4, status: text, by: text, at: timestamptz },
});

const IN_SEGMENT = statement({
  name: "outreach/do-not-disturb: in a segment",
  sql: "SELECT id FROM customers WHERE segment = :segment ORDER BY id",
  parameters: { segment: text },
  row: { id: int4 },
});
