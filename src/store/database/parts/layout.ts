import type { Queryable } from "../database.ts";

/** The activities, in whichever layout; everything else that is named here stands beside them. */
export const LIVE = "activities";
/** The table in parts while it is made, or once it is no longer used. */
export const PARTS_ASIDE = "activities_parts";
/** The one table, kept in step until it is dropped. */
export const WHOLE_ASIDE = "activities_before_parts";
/** Which ids are taken, whoever's they are: an index of a table in parts cannot say so. */
export const KEYS = "activity_keys";
/** How far the copy is. */
export const PROGRESS = "activities_parts_progress";

/** Made by `db partition`, never by a migration: a backup leaves them out, since they can be made again of the activities. */
export const BESIDE_THE_ACTIVITIES: readonly string[] = [PARTS_ASIDE, WHOLE_ASIDE, KEYS, PROGRESS];

export type Aside = "copy" | "old";

export type Layout = {
  /** 1: one table. */
  readonly parts: number;
  /** The other table, which follows every change: a copy that is being made, or the old one that is kept. */
  readonly aside: Aside | null;
  /** The customer up to whom the copy is made; null: there is none, or it has all. */
  readonly copiedThrough: number | null;
};

export async function readLayout(db: Queryable): Promise<Layout> {
  const { rows } = await db.query<{ parts: number; copy: boolean; old: boolean; progress: boolean }>(
    `SELECT (SELECT count(*)::int FROM pg_inherits WHERE inhparent = to_regclass($1)) AS parts,
      to_regclass($2) IS NOT NULL AS copy, to_regclass($3) IS NOT NULL AS old, to_regclass($4) IS NOT NULL AS progress`,
    [LIVE, PARTS_ASIDE, WHOLE_ASIDE, PROGRESS],
  );
  const { parts = 0, copy = false, old = false, progress = false } = rows[0] ?? {};
  const aside = copy ? "copy" : old ? "old" : null;
  return {
    parts: Math.max(parts, 1),
    aside,
    copiedThrough: progress ? await copiedThrough(db) : null,
  };
}

async function copiedThrough(db: Queryable): Promise<number | null> {
  const { rows } = await db.query<{ through: number | null }>(`SELECT through FROM ${PROGRESS}`);
  return rows[0]?.through ?? null;
}
