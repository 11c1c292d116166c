import { int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type AuditTrailStore = ReturnType<typeof auditTrailStore>;

/** What of the audit is asked for; null: whatever it is. */
export type AuditQuestion = {
  /** Also what was noted of those who are joined into them. */
  readonly customerId: number | null;
  readonly actor: string | null;
  readonly since: Date | null;
};

/** An event of the audit, read back. The action is a code; a newer version may have written one that is not known. */
export type AuditRow = {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  /** Null where the actor is nobody of the workspace: an import, a job, the command line. */
  readonly actorName: string | null;
  readonly action: string;
  readonly customerId: number | null;
  /** Null where none was named, and where they were removed since. */
  readonly customerName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The audit, to be read by people. */
export function auditTrailStore({ pool }: Database) {
  return {
    /** The newest first, at most `limit` of them. */
    list: (question: AuditQuestion, limit: number): Promise<AuditRow[]> =>
      LIST.all(pool, { ...question, limit }),

    count: async (question: AuditQuestion): Promise<number> => (await COUNT.one(pool, question)).events,

    /** Everyone and everything that ever did something. */
    actors: async (): Promise<string[]> => (await ACTORS.all(pool)).map(({ actor }) => actor),
  };
}

const ASKED = { customerId: nullable(int4), actor: nullable(text), since: nullable(timestamptz) };

const WHERE = `(:customerId::int IS NULL OR e.customer_id IN (
      SELECT c.id FROM customers asked JOIN customers c
        ON c.id = COALESCE(asked.joined_into, asked.id) OR c.joined_into = COALESCE(asked.joined_into, asked.id)
      WHERE asked.id = :customerId::int))
    AND (:actor::text IS NULL OR e.actor = :actor::text) AND (:since::timestamptz IS NULL OR e.at >= :since::timestamptz)`;

const LIST = statement({
  name: "customers/audit-trail: list",
  sql: `
  SELECT e.id, e.at, e.actor, m.name AS "actorName", e.action, e.customer_id AS "customerId", c.name AS "customerName",
    e.details
  FROM audit_events e
  LEFT JOIN members m ON m.slack_user_id = e.actor
  LEFT JOIN customers c ON c.id = e.customer_id
  WHERE ${WHERE}
  ORDER BY e.at DESC, e.id DESC LIMIT :limit::int`,
  parameters: { ...ASKED, limit: int4 },
  row: {
    id: int8,
    at: timestamptz,
    actor: text,
    actorName: nullable(text),
    action: text,
    customerId: nullable(int4),
    customerName: nullable(text),
    details: json<Readonly<Record<string, unknown>>>(),
  },
});

const COUNT = statement({
  name: "customers/audit-trail: count",
  sql: `SELECT count(*)::int AS events FROM audit_events e WHERE ${WHERE}`,
  parameters: ASKED,
  row: { events: int4 },
});

const ACTORS = statement({
  name: "customers/audit-trail: actors",
  sql: "SELECT DISTINCT actor FROM audit_events ORDER BY actor",
  row: { actor: text },
});
