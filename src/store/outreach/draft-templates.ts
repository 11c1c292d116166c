import type { DraftKey } from "../../domain/outreach/drafts/draft-keys.ts";
import type { DraftTemplate, OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { arrayOf, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type DraftTemplateStore = ReturnType<typeof draftTemplateStore>;

/** Who changes a template when, and which version of it they saw. */
export type DraftChange = {
  /** Slack user id; null: from the command line. */
  readonly by: string | null;
  readonly at: Date;
  /** When what they changed had been set; null: it was ours; "any": whatever stands there. */
  readonly seen: Date | null | "any";
};

/** The team's own drafts, in the place of ours. */
export function draftTemplateStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Null: the team has none, so ours serves. */
    find: (playbook: DraftKey, language: PageLanguage): Promise<OwnDraft | null> =>
      FIND.first(pool, { playbook, language }),

    /** All of them, by playbook and language. */
    all: (): Promise<OwnDraft[]> => ALL.all(pool),

    /** Keeps a text and notes it. @returns false where somebody else has changed it since it was seen: nothing is kept then */
    async set(template: DraftTemplate, { by, at, seen }: DraftChange): Promise<boolean> {
      const any = seen === "any" ? "any" : "seen";
      return (await SET.run(pool, { ...template, by, at, any, seen: seen === "any" ? null : seen })) === 1;
    },

    /** Gives the place back to ours and notes it. @returns false where there was no own text, or another than was seen */
    async remove(
      { playbook, language }: Pick<DraftTemplate, "playbook" | "language">,
      { by, at, seen }: DraftChange,
    ): Promise<boolean> {
      const any = seen === "any" ? "any" : "seen";
      const change = { by, at, any, seen: seen === "any" ? null : seen };
      return (await REMOVE.run(pool, { playbook, language, ...change })) === 1;
    },

    /** Keeps all of them, and gives the places named back to ours, in one statement; what is so already is not noted. */
    async replace(
      set: readonly DraftTemplate[],
      back: ReadonlyArray<Pick<DraftTemplate, "playbook" | "language">>,
      { by, at }: Pick<DraftChange, "by" | "at">,
    ): Promise<void> {
      await REPLACE.run(pool, {
        playbooks: set.map(({ playbook }) => playbook),
        languages: set.map(({ language }) => language),
        subjects: set.map(({ subject }) => subject),
        bodies: set.map(({ body }) => body),
        chats: set.map(({ chat }) => chat),
        backPlaybooks: back.map(({ playbook }) => playbook),
        backLanguages: back.map(({ language }) => language),
        ...{ by, at },
      });
    },
  };
}

const COLUMNS = `
  t.playbook, t.language, t.subject, t.body, t.chat, t.set_by AS "setBy", m.name AS "setByName", t.updated_at AS "setAt"
  FROM draft_templates t LEFT JOIN members m ON m.slack_user_id = t.set_by`;
const ROW = {
  playbook: textOf<DraftKey>(),
  language: textOf<PageLanguage>(),
  subject: text,
  body: text,
  chat: text,
  setBy: nullable(text),
  setByName: nullable(text),
  setAt: timestamptz,
};

const FIND = statement({
  name: "outreach/draft-templates: find",
  sql: `SELECT ${COLUMNS} WHERE t.playbook = :playbook AND t.language = :language`,
  parameters: { playbook: text, language: text },
  row: ROW,
});

const ALL = statement({
  name: "outreach/draft-templates: all",
  sql: `SELECT ${COLUMNS} ORDER BY t.playbook, t.language`,
  parameters: {},
  row: ROW,
});

/** Of two at once the second waits for the first at the row, and finds another moment in it. */
const SET = statement({
  name: "outreach/draft-templates: set",
  sql: `
  WITH kept AS (
    INSERT INTO draft_templates AS t (playbook, language, subject, body, chat, set_by, updated_at)
    SELECT :playbook, :language, :subject, :body, :chat, :by, :at
    WHERE :any = 'any' OR :seen::timestamptz IS NULL
      OR EXISTS (SELECT FROM draft_templates WHERE playbook = :playbook AND language = :language)
    ON CONFLICT (playbook, language) DO UPDATE
      SET subject = :subject, body = :body, chat = :chat, set_by = :by, updated_at = :at
      WHERE :any = 'any' OR t.updated_at = :seen::timestamptz
    RETURNING playbook, language
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :at, COALESCE(:by, 'command line'), 'draft.set', jsonb_build_object('playbook', playbook, 'language', language)
  FROM kept`,
  parameters: {
    playbook: text,
    language: text,
    subject: text,
    body: text,
    chat: text,
    by: nullable(text),
    at: timestamptz,
    any: text,
    seen: nullable(timestamptz),
  },
});

const REMOVE = statement({
  name: "outreach/draft-templates: remove",
  sql: `
  WITH gone AS (
    DELETE FROM draft_templates
    WHERE playbook = :playbook AND language = :language AND (:any = 'any' OR updated_at = :seen::timestamptz)
    RETURNING playbook, language
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :at, COALESCE(:by, 'command line'), 'draft.removed',
    jsonb_build_object('playbook', playbook, 'language', language)
  FROM gone`,
  parameters: {
    playbook: text,
    language: text,
    by: nullable(text),
    at: timestamptz,
    any: text,
    seen: nullable(timestamptz),
  },
});

const REPLACE = statement({
  name: "outreach/draft-templates: replace",
  sql: `
  WITH kept AS (
    INSERT INTO draft_templates AS t (playbook, language, subject, body, chat, set_by, updated_at)
    SELECT playbook, language, subject, body, chat, :by, :at
    FROM unnest(:playbooks::text[], :languages::text[], :subjects::text[], :bodies::text[], :chats::text[])
      AS n (playbook, language, subject, body, chat)
    ON CONFLICT (playbook, language) DO UPDATE SET subject = EXCLUDED.subject, body = EXCLUDED.body,
      chat = EXCLUDED.chat, set_by = EXCLUDED.set_by, updated_at = EXCLUDED.updated_at
      WHERE (t.subject, t.body, t.chat) IS DISTINCT FROM (EXCLUDED.subject, EXCLUDED.body, EXCLUDED.chat)
    RETURNING playbook, language
  ), gone AS (
    DELETE FROM draft_templates t
    USING unnest(:backPlaybooks::text[], :backLanguages::text[]) AS b (playbook, language)
    WHERE t.playbook = b.playbook AND t.language = b.language
    RETURNING t.playbook, t.language
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :at, COALESCE(:by, 'command line'), action, jsonb_build_object('playbook', playbook, 'language', language)
  FROM (SELECT 'draft.set' AS action, playbook, language FROM kept
    UNION ALL SELECT 'draft.removed', playbook, language FROM gone) changed`,
  parameters: {
    playbooks: arrayOf(text),
    languages: arrayOf(text),
    subjects: arrayOf(text),
    bodies: arrayOf(text),
    chats: arrayOf(text),
    backPlaybooks: arrayOf(text),
    backLanguages: arrayOf(text),
    by: nullable(text),
    at: timestamptz,
  },
});
