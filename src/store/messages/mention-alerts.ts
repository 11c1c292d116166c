import {
  ALERT_AFTER_HOURS,
  ALERT_WITHIN_DAYS,
  ESCALATE_AFTER_ALERT_HOURS,
  ESCALATE_AFTER_DAYS,
  MENTION_DAYS,
  type Mention,
  WIDE_REACH,
} from "../../domain/outreach/mentions.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { arrayOf, bool, int4, int8, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  MENTION_COLUMNS,
  MENTION_ROW,
  mentionFrom,
  OPEN_COMPLAINT,
  urgencySql,
} from "../outreach/mentions.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type MentionAlertStore = ReturnType<typeof mentionAlertStore>;

export const MENTION_STAGES = ["alerted", "escalated"] as const;
/** What is told of a complaint: first to whom it concerns, later to managers. */
export type MentionStage = (typeof MENTION_STAGES)[number];

/** A complaint to be told of; `ownerId`: Slack user id of the customer's owner, null where none is active. */
export type DueMention = { readonly mention: Mention; readonly ownerId: string | null };

/** Whether somebody can be told of complaints whose customer has no active owner, and of those of nobody we know. */
export type MentionAudience = { readonly ofOwnerless: boolean; readonly ofNobody: boolean };

/** Complaints nobody answered, and who was told of them. */
export function mentionAlertStore(database: Database) {
  const { pool } = database;
  return {
    /**
     * Complaints that have waited long enough for a stage, were not told of in it and have somebody to be told to, the
     * most urgent first.
     */
    async due(stage: MentionStage, to: MentionAudience, now: Date, limit: number): Promise<DueMention[]> {
      const rows = await DUE[stage].all(pool, { ...to, now, limit });
      return rows.map(({ ownerId, ...row }) => ({ mention: mentionFrom(row), ownerId }));
    },

    /** Slack user ids of all managers who are members. */
    async managers(): Promise<string[]> {
      return (await MANAGERS.all(pool)).map(({ slackUserId }) => slackUserId);
    },

    /**
     * Keeps messages and notes their complaints as told, all or nothing.
     * @returns how many messages are new; 0 where another run told of these
     */
    tell: (
      stage: MentionStage,
      ids: readonly number[],
      messages: readonly NewOutboxMessage[],
      at: Date,
    ): Promise<number> =>
      inTransaction(database, async (client) => {
        let kept = 0;
        for (const message of messages) if (await enqueueWithin(client, message)) kept += 1;
        if (kept > 0) await TOLD[stage].run(client, { ids, at });
        return kept;
      }),
  };
}

const days = (count: number) => `interval '${count} days'`;
const hours = (count: number) => `interval '${count} hours'`;

/** When a complaint `m` is told of in each stage, and how old it may be. */
const WHEN: Readonly<Record<MentionStage, { readonly since: string; readonly condition: string }>> = {
  alerted: {
    since: days(ALERT_WITHIN_DAYS),
    condition: `m.alerted_at IS NULL AND (m.at <= :now::timestamptz - ${hours(ALERT_AFTER_HOURS)} OR m.reach >= ${WIDE_REACH})`,
  },
  escalated: {
    since: days(MENTION_DAYS),
    condition: `m.escalated_at IS NULL AND m.at <= :now::timestamptz - ${days(ESCALATE_AFTER_DAYS)}
      AND m.alerted_at <= :now::timestamptz - ${hours(ESCALATE_AFTER_ALERT_HOURS)}`,
  },
};

const DUE = eachOf(MENTION_STAGES, (stage) =>
  statement({
    name: `messages/mention-alerts: to be ${stage}`,
    sql: `
  SELECT ${MENTION_COLUMNS}, owner.slack_user_id AS "ownerId"
  FROM mentions m LEFT JOIN customers c ON c.id = m.customer_id
  LEFT JOIN LATERAL (
    SELECT slack_user_id FROM members WHERE ${ownedBySql("c", "members.email")} AND account = 'member'
    ORDER BY slack_user_id LIMIT 1
  ) owner ON true
  WHERE ${OPEN_COMPLAINT.replaceAll(":since::timestamptz", `:now::timestamptz - ${WHEN[stage].since}`)}
    AND ${WHEN[stage].condition}
    AND (owner.slack_user_id IS NOT NULL OR CASE WHEN c.id IS NULL THEN :ofNobody::bool ELSE :ofOwnerless::bool END)
  ORDER BY ${urgencySql} DESC, m.id LIMIT :limit`,
    parameters: { ofOwnerless: bool, ofNobody: bool, now: timestamptz, limit: int8 },
    row: { ...MENTION_ROW, ownerId: nullable(text) },
  }),
);

const TOLD = eachOf(MENTION_STAGES, (stage) =>
  statement({
    name: `messages/mention-alerts: note as ${stage}`,
    sql: `UPDATE mentions SET ${stage}_at = :at WHERE id = ANY (:ids::int[]) AND ${stage}_at IS NULL`,
    parameters: { ids: arrayOf(int4), at: timestamptz },
  }),
);

const MANAGERS = statement({
  name: "messages/mention-alerts: managers",
  sql: `SELECT slack_user_id AS "slackUserId" FROM members WHERE role = 'manager' AND account = 'member' ORDER BY 1`,
  row: { slackUserId: text },
});
