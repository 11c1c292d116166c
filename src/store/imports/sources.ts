import type { Phrase } from "../../domain/phrase.ts";
import { bool, int4, json, nullable, text, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { KEPT_PHRASE } from "../database/kept-phrase.ts";
import { statement } from "../database/statement.ts";

export type SourcesStore = ReturnType<typeof sourcesStore>;

/** A system as somebody added it; its settings hold no secret. */
export type KeptSource = {
  readonly name: string;
  /** Which definition it is pulled by. */
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly addedAt: Date;
  /** Of a pull that is under way; it holds the source until then. */
  readonly pullingSince: Date | null;
  readonly pullingUntil: Date | null;
};

/** What a pull of one stream came to. */
export type PullCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly deleted: number;
};

export type KeptStream = PullCounts & {
  readonly stream: string;
  readonly cursor: string | null;
  readonly pulledAt: Date | null;
  readonly newestAt: Date | null;
  readonly failure: Phrase | null;
  readonly failedSince: Date | null;
};

/** A pull holds its source by the moment at which it began. */
export type SourceClaim = { readonly source: string; readonly since: Date };

/** A page that is written: where the next one begins, and what the pull came to so far. */
export type PulledPage = PullCounts & {
  readonly stream: string;
  readonly cursor: string;
  readonly newestAt: Date | null;
  /** Nothing more was there: what failed before works again. */
  readonly isLast: boolean;
};

/** Systems that are pulled from, how far each of their streams is, and who pulls at the moment. */
export function sourcesStore({ pool }: Database) {
  return {
    /** @returns false where one of this name is there */
    async add(source: Pick<KeptSource, "name" | "kind" | "settings">, now: Date): Promise<boolean> {
      return (await ADD.run(pool, { ...source, now })) === 1;
    },

    /** Forgets a system and how far it was pulled; what it told stays. @returns false where there is none */
    remove: async (name: string): Promise<boolean> => (await REMOVE.run(pool, { name })) === 1,

    find: (name: string): Promise<KeptSource | null> => FIND.first(pool, { name }),

    /** By name. */
    list: (): Promise<KeptSource[]> => LIST.all(pool),

    /** By name. */
    async streams(source: string): Promise<KeptStream[]> {
      return (await STREAMS.all(pool, { source })).map(streamFrom);
    },

    /** @returns false where another pull holds the source */
    async claim({ source, since }: SourceClaim, until: Date): Promise<boolean> {
      return (await CLAIM.run(pool, { source, since, until })) === 1;
    },

    async release(claim: SourceClaim): Promise<void> {
      await RELEASE.run(pool, claim);
    },

    /**
     * Keeps where a stream goes on, and holds the source on.
     * @returns false, and nothing is kept, where the claim was lost
     */
    async keepPage(claim: SourceClaim, page: PulledPage, at: Date, until: Date): Promise<boolean> {
      return (await KEEP_PAGE.run(pool, { ...claim, ...page, at, until })) === 1;
    },

    /** Keeps why a stream gives nothing; since when is kept from the first time on. */
    async keepFailure(source: string, stream: string, failure: Phrase, at: Date): Promise<void> {
      await KEEP_FAILURE.run(pool, { source, stream, failure, at });
    },

    async forgetFailure(source: string, stream: string): Promise<void> {
      await FORGET_FAILURE.run(pool, { source, stream });
    },
  };
}

const SOURCE_ROW = {
  name: text,
  kind: text,
  settings: json<Record<string, string>>(),
  addedAt: timestamptz,
  pullingSince: nullable(timestamptz),
  pullingUntil: nullable(timestamptz),
};
const SOURCE_FIELDS = `name, kind, settings, added_at AS "addedAt", pulling_since AS "pullingSince",
    pulling_until AS "pullingUntil"`;

const ADD = statement({
  name: "imports/sources: add",
  sql: `INSERT INTO sources (name, kind, settings, added_at) VALUES (:name, :kind, :settings, :now)
    ON CONFLICT DO NOTHING`,
  parameters: {
    name: text,
    kind: text,
    settings: json<Readonly<Record<string, string>>>(),
    now: timestamptz,
  },
});

const REMOVE = statement({
  name: "imports/sources: remove",
  sql: `WITH refused AS (DELETE FROM hook_refusals WHERE source = :name)
    DELETE FROM sources WHERE name = :name`,
  parameters: { name: text },
});

const FIND = statement({
  name: "imports/sources: find",
  sql: `SELECT ${SOURCE_FIELDS} FROM sources WHERE name = :name`,
  parameters: { name: text },
  row: SOURCE_ROW,
});

const LIST = statement({
  name: "imports/sources: list",
  sql: `SELECT ${SOURCE_FIELDS} FROM sources ORDER BY name`,
  row: SOURCE_ROW,
});

const STREAM_ROW = {
  stream: text,
  cursor: nullable(text),
  pulledAt: nullable(timestamptz),
  newestAt: nullable(timestamptz),
  added: int4,
  changed: int4,
  unchanged: int4,
  rejected: int4,
  deleted: int4,
  failure: nullable(json()),
  failedSince: nullable(timestamptz),
};

const STREAMS = statement({
  name: "imports/sources: streams",
  sql: `
  SELECT stream, cursor, pulled_at AS "pulledAt", newest_at AS "newestAt", added, changed, unchanged, rejected, deleted,
    failure, failed_since AS "failedSince"
  FROM source_cursors WHERE source = :source ORDER BY stream`,
  parameters: { source: text },
  row: STREAM_ROW,
});

function streamFrom(row: ValuesOf<typeof STREAM_ROW>): KeptStream {
  return { ...row, failure: row.failure === null ? null : KEPT_PHRASE.parse(row.failure) };
}

const CLAIM = statement({
  name: "imports/sources: claim",
  sql: `
  UPDATE sources SET pulling_since = :since, pulling_until = :until
  WHERE name = :source AND COALESCE(pulling_until <= :since, true)`,
  parameters: { source: text, since: timestamptz, until: timestamptz },
});

const RELEASE = statement({
  name: "imports/sources: release",
  sql: `UPDATE sources SET pulling_since = NULL, pulling_until = NULL
    WHERE name = :source AND pulling_since = :since`,
  parameters: { source: text, since: timestamptz },
});

const KEEP_PAGE = statement({
  name: "imports/sources: keep page",
  sql: `
  WITH held AS (
    UPDATE sources SET pulling_until = :until WHERE name = :source AND pulling_since = :since RETURNING name
  )
  INSERT INTO source_cursors AS was (source, stream, cursor, pulled_at, newest_at, added, changed, unchanged, rejected,
    deleted)
  SELECT name, :stream, :cursor, :at::timestamptz, :newestAt::timestamptz, :added::int, :changed::int, :unchanged::int,
    :rejected::int, :deleted::int
  FROM held
  ON CONFLICT (source, stream) DO UPDATE SET cursor = excluded.cursor, pulled_at = excluded.pulled_at,
    newest_at = GREATEST(was.newest_at, excluded.newest_at), added = excluded.added, changed = excluded.changed,
    unchanged = excluded.unchanged, rejected = excluded.rejected, deleted = excluded.deleted,
    failure = CASE WHEN NOT :isLast::bool THEN was.failure END,
    failed_since = CASE WHEN NOT :isLast::bool THEN was.failed_since END`,
  parameters: {
    source: text,
    since: timestamptz,
    until: timestamptz,
    stream: text,
    cursor: text,
    at: timestamptz,
    newestAt: nullable(timestamptz),
    added: int4,
    changed: int4,
    unchanged: int4,
    rejected: int4,
    deleted: int4,
    isLast: bool,
  },
});

const KEEP_FAILURE = statement({
  name: "imports/sources: keep failure",
  sql: `
  INSERT INTO source_cursors AS was (source, stream, failure, failed_since)
  VALUES (:source, :stream, :failure, :at)
  ON CONFLICT (source, stream) DO UPDATE SET failure = excluded.failure,
    failed_since = COALESCE(was.failed_since, excluded.failed_since)`,
  parameters: { source: text, stream: text, failure: json<Phrase>(), at: timestamptz },
});

const FORGET_FAILURE = statement({
  name: "imports/sources: forget failure",
  sql: "UPDATE source_cursors SET failure = NULL, failed_since = NULL WHERE source = :source AND stream = :stream",
  parameters: { source: text, stream: text },
});
