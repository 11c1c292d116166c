import type { OwnedCustomers } from "../../domain/messages/setup.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { noteIn } from "../database/audit.ts";
import { bool, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";
import { POSTS_SQL } from "./posts-sql.ts";

export type WorkspaceSetupStore = ReturnType<typeof workspaceSetupStore>;

/** How far a new installation is set up. */
export type KeptSetup = {
  readonly offeredTo: string | null;
  readonly declinedBy: string | null;
  readonly postingSince: Date | null;
  readonly postingSetBy: string | null;
};

/** Whose turn the three steps are, what was decided there, and whether anything is said unasked. */
export function workspaceSetupStore(database: Database) {
  const { pool } = database;
  return {
    /** Null: an installation from before there were such steps. */
    read: (): Promise<KeptSetup | null> => READ.first(pool),

    posts: async (): Promise<boolean> => (await POSTS.one(pool)).posts,

    /** Customers that have not ended, and whom of them an active member owns. */
    owned: (now: Date): Promise<OwnedCustomers> => OWNED.one(pool, { now }),

    /**
     * Offers the steps to a member, with the message of it; to one member ever.
     * @returns false where they were offered before, or are done
     */
    offer: (to: string, message: NewOutboxMessage, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await OFFER.run(client, { to, at })) === 0) return false;
        await enqueueWithin(client, message);
        await note(client, "setup.offered", to, at);
        return true;
      }),

    /** Notes that a member wants them left for now. @returns false where posting has begun meanwhile */
    decline: (by: string, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await DECLINE.run(client, { by, at })) === 0) return false;
        await note(client, "setup.declined", by, at);
        return true;
      }),

    /** Starts what is said unasked, or stops it. @returns false where it was so already */
    setPosting: (on: boolean, by: string, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        await LOCK.run(client);
        if ((await POSTS.one(client)).posts === on) return false;
        await SET_POSTING.run(client, { by, since: on ? at : null });
        await note(client, on ? "posting.started" : "posting.stopped", by, at);
        return true;
      }),
  };
}

type Noted = "setup.offered" | "setup.declined" | "posting.started" | "posting.stopped";

const note = (client: Queryable, action: Noted, actor: string, at: Date) =>
  noteIn(client, { at, actor, action, customerId: null, details: {} });

const LOCK = statement({
  name: "messages/workspace-setup: lock",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.workspace-setup'))::text AS locked",
  row: { locked: text },
});

const READ = statement({
  name: "messages/workspace-setup: read",
  sql: `SELECT offered_to AS "offeredTo", declined_by AS "declinedBy", posting_since AS "postingSince",
      posting_set_by AS "postingSetBy" FROM workspace_setup`,
  row: {
    offeredTo: nullable(text),
    declinedBy: nullable(text),
    postingSince: nullable(timestamptz),
    postingSetBy: nullable(text),
  },
});

const POSTS = statement({
  name: "messages/workspace-setup: posts",
  sql: `SELECT ${POSTS_SQL} AS posts`,
  row: { posts: bool },
});

const OWNED = statement({
  name: "messages/workspace-setup: owned customers",
  sql: `
  SELECT count(*)::int AS customers, count(m.slack_user_id)::int AS owned, count(DISTINCT m.slack_user_id)::int AS owners
  FROM customers c LEFT JOIN members m ON ${ownedBySql("c", "m.email")} AND m.account = 'member'
  WHERE c.joined_into IS NULL AND ${notEndedSql("c", ":now::timestamptz")}`,
  parameters: { now: timestamptz },
  row: { customers: int4, owned: int4, owners: int4 },
});

const OFFER = statement({
  name: "messages/workspace-setup: offer",
  sql: `UPDATE workspace_setup SET offered_to = :to, offered_at = :at
    WHERE offered_to IS NULL AND declined_by IS NULL AND posting_since IS NULL`,
  parameters: { to: text, at: timestamptz },
});

const DECLINE = statement({
  name: "messages/workspace-setup: decline",
  sql: "UPDATE workspace_setup SET declined_by = :by, declined_at = :at WHERE posting_since IS NULL",
  parameters: { by: text, at: timestamptz },
});

/** Whoever starts takes back that it was to be left. */
const SET_POSTING = statement({
  name: "messages/workspace-setup: set posting",
  sql: `
  INSERT INTO workspace_setup (id, posting_since, posting_set_by) VALUES (1, :since::timestamptz, :by::text)
  ON CONFLICT (id) DO UPDATE SET posting_since = excluded.posting_since, posting_set_by = excluded.posting_set_by,
    declined_by = NULL, declined_at = NULL`,
  parameters: { since: nullable(timestamptz), by: text },
});
