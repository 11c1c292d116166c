import type { AccountChannel, StoppedBecause } from "../../domain/messages/account-channel.ts";
import { noteIn } from "../database/audit.ts";
import { bool, int4, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type AccountChannelStore = ReturnType<typeof accountChannelStore>;

/** Who did it, and when. */
type By = { readonly by: string; readonly at: Date };

/** Which channel of the team is about which customer; each change with a note of who made it. */
export function accountChannelStore(database: Database) {
  const { pool } = database;
  return {
    /** Null: the channel is about nobody. */
    ofChannel: (channelId: string): Promise<AccountChannel | null> => OF_CHANNEL.first(pool, { channelId }),

    /** Their own, else that of somebody who was joined into them; null: there is none. */
    ofCustomer: (customerId: number): Promise<AccountChannel | null> =>
      OF_CUSTOMER.first(pool, { customerId }),

    /** Those whose morning is in a zone, of each customer one; also such as were stopped. */
    inTimeZone: (timeZone: string): Promise<AccountChannel[]> => IN_TIME_ZONE.all(pool, { timeZone }),

    async timeZones(): Promise<string[]> {
      return (await TIME_ZONES.all(pool)).map((row) => row.timeZone);
    },

    /**
     * Says which channel is about a customer, in the place of any other of theirs. Its morning and language are those of
     * whoever says so, unless they are set.
     * @returns false, with nothing changed, where the channel is about another customer
     */
    link: (
      link: By & {
        readonly channelId: string;
        readonly customerId: number;
        readonly timeZone: string;
        readonly locale: string;
      },
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        const { channelId, customerId, by, at } = link;
        await LOCK.first(client);
        const taken = await OF_CHANNEL.first(client, { channelId });
        if (taken !== null) return taken.customerId === customerId;
        await REMOVE.run(client, { customerId });
        await ADD.run(client, { channelId, customerId, by, at });
        await SETTING.run(client, link);
        await noteIn(client, {
          at,
          actor: by,
          action: "account-channel.linked",
          customerId,
          details: { channelId },
        });
        return true;
      }),

    /** @returns false where they had none */
    unlink: ({ customerId, by, at }: By & { readonly customerId: number }): Promise<boolean> =>
      inTransaction(database, async (client) => {
        const removed = await REMOVE.all(client, { customerId });
        for (const { channelId } of removed)
          await noteIn(client, {
            at,
            actor: by,
            action: "account-channel.unlinked",
            customerId,
            details: { channelId },
          });
        return removed.length > 0;
      }),

    /** Turned on, what stood in the way counts no more. @returns false where the customer has no channel */
    setNotices: (set: By & { readonly customerId: number; readonly on: boolean }): Promise<boolean> =>
      inTransaction(database, async (client) => {
        const { customerId, on, by, at } = set;
        const changed = await SET_NOTICES.first(client, { customerId, on });
        if (changed === null) return false;
        const details = { channelId: changed.channelId, on };
        await noteIn(client, { at, actor: by, action: "account-channel.notices", customerId, details });
        return true;
      }),

    /** Nothing more is said in a channel, and somebody is told so, once. @param note null: there is nobody to tell */
    stop: (
      { channelId, customerId }: Pick<AccountChannel, "channelId" | "customerId">,
      because: StoppedBecause,
      note: NewOutboxMessage | null,
      at: Date,
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await STOP.first(client, { channelId, because })) === null) return false;
        if (note !== null) await enqueueWithin(client, note);
        const event = { at, actor: "account-notices-daily", customerId, details: { channelId, because } };
        await noteIn(client, { ...event, action: "account-channel.stopped" });
        return true;
      }),

    /** Keeps a message with what it tells. @returns false where it was kept before */
    tell: (
      entry: NewOutboxMessage,
      told: { readonly channelId: string; readonly moved: boolean; readonly due: boolean },
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await enqueueWithin(client, entry))) return false;
        await TOLD.run(client, { ...told, at: entry.createdAt });
        return true;
      }),
  };
}

const FIELDS = `a.channel_id AS "channelId", COALESCE(c.joined_into, c.id) AS "customerId", a.notices,
    a.linked_by AS "linkedBy", a.stopped_because AS "stoppedBecause", a.told_moved_at AS "toldMovedAt",
    a.told_due_at AS "toldDueAt"`;

const ROW = {
  channelId: text,
  customerId: int4,
  notices: bool,
  linkedBy: text,
  stoppedBecause: nullable(textOf<StoppedBecause>()),
  toldMovedAt: nullable(timestamptz),
  toldDueAt: nullable(timestamptz),
};

const OF_CHANNEL = statement({
  name: "messages/account-channels: of a channel",
  sql: `SELECT ${FIELDS} FROM account_channels a JOIN customers c ON c.id = a.customer_id WHERE a.channel_id = :channelId`,
  parameters: { channelId: text },
  row: ROW,
});

const OF_CUSTOMER = statement({
  name: "messages/account-channels: of a customer",
  sql: `SELECT ${FIELDS} FROM account_channels a JOIN customers c ON c.id = a.customer_id
    WHERE :customerId::int IN (c.id, c.joined_into) ORDER BY c.id = :customerId::int DESC, c.id LIMIT 1`,
  parameters: { customerId: int4 },
  row: ROW,
});

/** Where somebody was joined into a customer with a channel of their own, that one counts. */
const IN_TIME_ZONE = statement({
  name: "messages/account-channels: in a time zone",
  sql: `SELECT DISTINCT ON (COALESCE(c.joined_into, c.id)) ${FIELDS}
    FROM account_channels a JOIN customers c ON c.id = a.customer_id
      JOIN channel_settings s ON s.channel_id = a.channel_id
    WHERE s.time_zone = :timeZone
    ORDER BY COALESCE(c.joined_into, c.id), c.joined_into IS NOT NULL, c.id`,
  parameters: { timeZone: text },
  row: ROW,
});

const TIME_ZONES = statement({
  name: "messages/account-channels: time zones",
  sql: `SELECT DISTINCT s.time_zone AS "timeZone" FROM account_channels a JOIN channel_settings s USING (channel_id)
    ORDER BY 1`,
  parameters: {},
  row: { timeZone: text },
});

/** Two who link at the same moment come one after the other; it happens some times a day. */
const LOCK = statement({
  name: "messages/account-channels: lock",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.account-channels'))::text AS locked",
  parameters: {},
  row: { locked: nullable(text) },
});

const ADD = statement({
  name: "messages/account-channels: add",
  sql: `INSERT INTO account_channels (channel_id, customer_id, linked_by, linked_at)
    VALUES (:channelId, :customerId, :by, :at)`,
  parameters: { channelId: text, customerId: int4, by: text, at: timestamptz },
});

const SETTING = statement({
  name: "messages/account-channels: how the channel is written to",
  sql: `INSERT INTO channel_settings (channel_id, time_zone, locale, set_by, updated_at)
    VALUES (:channelId, :timeZone, :locale, :by, :at) ON CONFLICT (channel_id) DO NOTHING`,
  parameters: { channelId: text, timeZone: text, locale: text, by: text, at: timestamptz },
});

const THEIRS = `customer_id IN (SELECT id FROM customers WHERE :customerId::int IN (id, joined_into))`;

const REMOVE = statement({
  name: "messages/account-channels: remove",
  sql: `DELETE FROM account_channels WHERE ${THEIRS} RETURNING channel_id AS "channelId"`,
  parameters: { customerId: int4 },
  row: { channelId: text },
});

const SET_NOTICES = statement({
  name: "messages/account-channels: set notices",
  sql: `UPDATE account_channels SET notices = :on, stopped_because = NULL WHERE ${THEIRS}
    RETURNING channel_id AS "channelId"`,
  parameters: { customerId: int4, on: bool },
  row: { channelId: text },
});

const STOP = statement({
  name: "messages/account-channels: stop",
  sql: `UPDATE account_channels SET stopped_because = :because, notices = false
    WHERE channel_id = :channelId AND stopped_because IS NULL RETURNING channel_id AS "channelId"`,
  parameters: { channelId: text, because: text },
  row: { channelId: text },
});

const TOLD = statement({
  name: "messages/account-channels: told",
  sql: `UPDATE account_channels SET told_moved_at = CASE WHEN :moved::bool THEN :at::timestamptz ELSE told_moved_at END,
      told_due_at = CASE WHEN :due::bool THEN :at::timestamptz ELSE told_due_at END
    WHERE channel_id = :channelId`,
  parameters: { channelId: text, moved: bool, due: bool, at: timestamptz },
});
