import type { ClosedBecause, NudgeAnswer, WhyNot } from "../../domain/outreach/nudge-answer.ts";
import type { MorePressing } from "../../domain/outreach/open-nudge.ts";
import type {
  NewSuggestion,
  Suggestion,
  SuggestionKind,
  SuggestionStatus,
} from "../../domain/outreach/suggestion.ts";
import type { Phrase } from "../../domain/phrase.ts";
import {
  arrayOf,
  float4,
  int4,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { redrawSql } from "../database/redraw.ts";
import { statement } from "../database/statement.ts";
import { writtenTogether } from "../database/written-together.ts";

export type SuggestionStore = ReturnType<typeof suggestionStore>;

/** What the bot advised, and what became of it. */
export function suggestionStore({ pool, prisma }: Database) {
  return {
    /** Keeps what is not kept yet, by key. */
    record: writtenTogether((given: ReadonlyArray<readonly NewSuggestion[]>) =>
      recordSuggestions(pool, given.flat(), null),
    ),

    async find(key: string): Promise<Suggestion | null> {
      const row = await prisma.suggestion.findUnique({ where: { key } });
      return (
        row && {
          ...row,
          kind: row.kind as SuggestionKind,
          status: row.status as SuggestionStatus,
          // Written by `record` and by the migration, both as phrases.
          action: row.action as Phrase,
          reason: row.reason as Phrase,
        }
      );
    },

    /**
     * Settles an open suggestion, a nudge only where it was made after `madeAfter`, notes who did it and has its message
     * drawn again, in one statement; the first click wins. What a card or a list says is said anew each time.
     * @returns false where it was settled before, is too old, or is unknown
     */
    async settle(answer: SuggestionAnswer): Promise<boolean> {
      return (await SETTLE.run(pool, answer)) === 1;
    },

    /** Closes nudges made until `until` that nobody answered. @returns how many */
    closeOld: (until: Date, at: Date): Promise<number> => CLOSE_OLD.run(pool, { until, at }),

    /**
     * Makes somebody the member of an open nudge that a channel was told, made after a moment; the first one has it.
     * @returns false where somebody else was first, or it is too late
     */
    take: async (taking: { key: string; by: string; at: Date; madeAfter: Date }): Promise<boolean> =>
      (await TAKE.run(pool, taking)) === 1,

    /**
     * Keeps what presses more by now than what open nudges say, and has their messages drawn again; one that was answered
     * meanwhile stays as it is. @returns how many were changed
     */
    pressMore: async (pressed: readonly PressedNudge[], at: Date): Promise<number> =>
      pressed.length === 0 ? 0 : PRESS_MORE.run(pool, { pressed: JSON.stringify(pressed), at }),

    /** What became of the suggestions that a message shows; those nobody took or answered, as they were told, are not in the answer. */
    async answersIn(messageKey: string): Promise<NudgeAnswer[]> {
      const rows = await ANSWERS.all(pool, { messageKey });
      return rows.map(({ handedTo: id, handedToName: name, morePressing, ...answer }) => ({
        ...answer,
        ...(id !== null && { handedTo: { id, name } }),
        ...(morePressing && { morePressing }),
      }));
    },
  };
}

/** Keeps what is not kept yet, by key, within the caller's transaction. */
export async function recordSuggestions(
  client: Queryable,
  suggestions: readonly NewSuggestion[],
  messageKey: string | null,
): Promise<void> {
  if (suggestions.length > 0) await RECORD.run(client, { ...columnsOf(suggestions), messageKey });
}

/** Closes the open nudges about the same customers, within the caller's transaction: the new ones take their place. */
export async function closeReplacedNudges(
  client: Queryable,
  newer: readonly NewSuggestion[],
  at: Date,
): Promise<void> {
  const nudges = newer.filter(({ kind }) => kind === "nudge");
  if (nudges.length === 0) return;
  const customerIds = nudges.map(({ customerId }) => customerId);
  await CLOSE_REPLACED.run(client, { customerIds, keys: nudges.map(({ key }) => key), at });
}

/** Settles an open nudge as somebody else's. @returns false where it was settled before, is too old, or is unknown */
export async function handOverWithin(client: Queryable, handed: HandedOver): Promise<boolean> {
  return (await HAND_OVER.run(client, handed)) === 1;
}

/** Notes that managers are told of an open nudge. @returns false where they were told before, or it was answered */
export async function escalateWithin(client: Queryable, key: string, at: Date): Promise<boolean> {
  return (await ESCALATE.run(client, { key, at })) === 1;
}

/** Who hands a nudge over to whom, Slack user ids. */
export type HandedOver = Pick<SuggestionAnswer, "key" | "by" | "at" | "madeAfter"> & { readonly to: string };

/** What somebody did with a suggestion. */
export type SuggestionAnswer = {
  readonly key: string;
  readonly status: SuggestionStatus;
  readonly whyNot: WhyNot | null;
  readonly whyNotNote: string | null;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
  readonly madeAfter: Date;
};

export type PressedNudge = { readonly suggestionKey: string; readonly morePressing: MorePressing };

const RECORD = statement({
  name: "outreach/suggestions: record",
  sql: `
  INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, probability, created_at,
    message_key)
  SELECT key, kind, customer_id, member_id, playbook, action::jsonb, reason::jsonb, probability, created_at, :messageKey
  FROM unnest(:keys::text[], :kinds::text[], :customerIds::int[], :memberIds::text[], :playbooks::text[],
    :actions::text[], :reasons::text[], :probabilities::real[], :createdAts::timestamptz[])
    AS s (key, kind, customer_id, member_id, playbook, action, reason, probability, created_at)
  ON CONFLICT (key) DO NOTHING`,
  parameters: {
    keys: arrayOf(text),
    kinds: arrayOf(text),
    customerIds: arrayOf(int4),
    memberIds: arrayOf(nullable(text)),
    playbooks: arrayOf(text),
    actions: arrayOf(text),
    reasons: arrayOf(text),
    probabilities: arrayOf(nullable(float4)),
    createdAts: arrayOf(timestamptz),
    messageKey: nullable(text),
  },
  isKeptPlanned: true,
});

const SETTLE = statement({
  name: "outreach/suggestions: settle",
  sql: `
  WITH settled AS (
    UPDATE suggestions SET status = :status, settled_by = :by, settled_at = :at, why_not = :whyNot,
      why_not_note = :whyNotNote
    WHERE key = :key AND status = 'open' AND (kind = 'card' OR created_at > :madeAfter)
    RETURNING customer_id, key, status, message_key
  ), ${redrawSql("settled", ":at")}
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'suggestion.settled', customer_id,
    jsonb_strip_nulls(jsonb_build_object('key', key, 'status', status, 'whyNot', :whyNot::text))
  FROM settled`,
  parameters: {
    key: text,
    status: text,
    whyNot: nullable(text),
    whyNotNote: nullable(text),
    by: text,
    at: timestamptz,
    madeAfter: timestamptz,
  },
});

const HAND_OVER = statement({
  name: "outreach/suggestions: hand over",
  sql: `
  WITH settled AS (
    UPDATE suggestions SET status = 'handed_over', settled_by = :by, settled_at = :at, handed_to = :to
    WHERE key = :key AND kind = 'nudge' AND status = 'open' AND created_at > :madeAfter
    RETURNING customer_id, key, message_key
  ), ${redrawSql("settled", ":at")}
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'suggestion.settled', customer_id,
    jsonb_build_object('key', key, 'status', 'handed_over', 'to', :to::text)
  FROM settled`,
  parameters: { key: text, to: text, by: text, at: timestamptz, madeAfter: timestamptz },
});

const ESCALATE = statement({
  name: "outreach/suggestions: escalate",
  sql: "UPDATE suggestions SET escalated_at = :at WHERE key = :key AND status = 'open' AND escalated_at IS NULL",
  parameters: { key: text, at: timestamptz },
});

const TAKE = statement({
  name: "outreach/suggestions: take",
  sql: `
  WITH taken AS (
    UPDATE suggestions SET member_id = :by, taken_at = :at
    WHERE key = :key AND kind = 'nudge' AND status = 'open' AND member_id IS NULL AND created_at > :madeAfter
    RETURNING customer_id, key, message_key
  ), ${redrawSql("taken", ":at")}
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'suggestion.taken', customer_id, jsonb_build_object('key', key) FROM taken`,
  parameters: { key: text, by: text, at: timestamptz, madeAfter: timestamptz },
});

const PRESS_MORE = statement({
  name: "outreach/suggestions: press more",
  sql: `
  WITH pressed AS (
    UPDATE suggestions s SET more_pressing = p."morePressing"
    FROM jsonb_to_recordset(:pressed::text::jsonb) AS p ("suggestionKey" text, "morePressing" jsonb)
    WHERE s.key = p."suggestionKey" AND s.kind = 'nudge' AND s.status = 'open' RETURNING s.message_key
  ), ${redrawSql("pressed", ":at")}
  SELECT FROM pressed`,
  parameters: { pressed: text, at: timestamptz },
});

const closeSql = (because: ClosedBecause, which: string) => `
  WITH settled AS (
    UPDATE suggestions SET status = 'closed', closed_because = '${because}', settled_at = :at
    WHERE kind = 'nudge' AND status = 'open' AND ${which} RETURNING message_key
  ), ${redrawSql("settled", ":at")}
  SELECT FROM settled`;

const CLOSE_OLD = statement({
  name: "outreach/suggestions: close old nudges",
  sql: closeSql("age", "created_at <= :until"),
  parameters: { until: timestamptz, at: timestamptz },
});

const CLOSE_REPLACED = statement({
  name: "outreach/suggestions: close replaced nudges",
  sql: closeSql("newer", "customer_id = ANY (:customerIds::int[]) AND key <> ALL (:keys::text[])"),
  parameters: { customerIds: arrayOf(int4), keys: arrayOf(text), at: timestamptz },
});

/** Closes the open nudges about a customer who is to be left alone, within the caller's transaction. */
export async function closeDisturbingWithin(client: Queryable, customerId: number, at: Date): Promise<void> {
  await CLOSE_DISTURBING.run(client, { customerId, at });
}

const CLOSE_DISTURBING = statement({
  name: "outreach/suggestions: close disturbing nudges",
  sql: closeSql("do-not-disturb", "customer_id = :customerId"),
  parameters: { customerId: int4, at: timestamptz },
});

const ANSWERS = statement({
  name: "outreach/suggestions: answers in a message",
  sql: `
  SELECT s.key AS "suggestionKey", s.status, s.why_not AS "whyNot", s.closed_because AS "closedBecause",
    s.settled_by AS by, m.name AS "byName", s.more_pressing AS "morePressing",
    COALESCE(s.settled_at, (s.more_pressing->>'at')::timestamptz) AS at,
    s.handed_to AS "handedTo", taker.name AS "handedToName"
  FROM suggestions s LEFT JOIN members m ON m.slack_user_id = s.settled_by
  LEFT JOIN members taker ON taker.slack_user_id = s.handed_to
  WHERE s.message_key = :messageKey
    AND (s.status <> 'open' AND s.settled_at IS NOT NULL
      OR s.status = 'open' AND s.more_pressing IS NOT NULL AND s.taken_at IS NULL)
  UNION ALL
  SELECT s.key, 'taken', NULL, NULL, s.member_id, m.name, s.more_pressing, s.taken_at, NULL, NULL
  FROM suggestions s LEFT JOIN members m ON m.slack_user_id = s.member_id
  WHERE s.message_key = :messageKey AND s.status = 'open' AND s.taken_at IS NOT NULL`,
  parameters: { messageKey: text },
  row: {
    suggestionKey: text,
    status: textOf<NudgeAnswer["status"]>(),
    whyNot: nullable(textOf<WhyNot>()),
    closedBecause: nullable(textOf<ClosedBecause>()),
    by: nullable(text),
    byName: nullable(text),
    morePressing: nullable(json<MorePressing>()),
    at: timestamptz,
    handedTo: nullable(text),
    handedToName: nullable(text),
  },
});

function columnsOf(list: readonly NewSuggestion[]): Omit<ValuesOf<typeof RECORD.parameters>, "messageKey"> {
  return {
    keys: list.map((s) => s.key),
    kinds: list.map((s) => s.kind),
    customerIds: list.map((s) => s.customerId),
    memberIds: list.map((s) => s.memberId),
    playbooks: list.map((s) => s.playbook),
    actions: list.map((s) => JSON.stringify(s.action)),
    reasons: list.map((s) => JSON.stringify(s.reason)),
    probabilities: list.map((s) => s.probability),
    createdAts: list.map((s) => s.createdAt),
  };
}
