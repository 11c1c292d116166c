import { createHash } from "node:crypto";
import type pg from "pg";
import {
  DamagedArtifactError,
  type DriftReference,
  type ModelVersion,
  type PromotionDecision,
} from "../../domain/risk/versions/model-version.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";

export { DamagedArtifactError };

export type NewModelVersion = Omit<ModelVersion, "id" | "artifactHash"> & {
  readonly artifact: Uint8Array;
  readonly driftReference: DriftReference;
};
export type StoredModel = ModelVersion & { readonly artifact: Uint8Array };

/** Who makes a version serve, and when. */
export type Promotion = { readonly by: string; readonly at: Date };

export type ModelVersionStore = ReturnType<typeof modelVersionStore>;

/** Every model that was trained. The champion, the version promoted last, serves. */
export function modelVersionStore(database: Pick<Database, "pool">) {
  const { pool } = database;
  const one = async (where: string, values: unknown[] = []): Promise<ModelVersion | null> => {
    const { rows } = await pool.query<VersionRow>(`SELECT ${FIELDS} FROM model_versions ${where}`, values);
    return rows[0] ? versionFrom(rows[0]) : null;
  };
  const withBytes = async (where: string, values: unknown[] = []): Promise<StoredModel | null> => {
    const { rows } = await pool.query<VersionRow & { artifact: Buffer }>(
      `SELECT ${FIELDS}, artifact FROM model_versions ${where}`,
      values,
    );
    return rows[0] ? undamaged(rows[0]) : null;
  };
  return {
    /** Keeps a version; where it was promoted, `by` goes into the audit together with it. */
    save: ({ artifact, driftReference, ...kept }: NewModelVersion, by: string): Promise<ModelVersion> =>
      inTransaction(database, async (client) => {
        const artifactHash = hashOf(artifact);
        const values = [
          ...columnsOf(kept),
          JSON.stringify(driftReference),
          Buffer.from(artifact),
          artifactHash,
        ];
        const { rows } = await client.query<{ id: number }>(SAVE, values);
        const id = rows[0]?.id ?? 0;
        const promotedAt = kept.promotedAt && (await promoteIn(client, id, { by, at: kept.promotedAt }));
        return { ...kept, id, artifactHash, promotedAt };
      }),

    /** What serves, without its bytes; null before the first training. */
    champion: (): Promise<ModelVersion | null> => one(CHAMPION),

    /**
     * What serves, with its bytes.
     * @throws DamagedArtifactError when they do not match their hash
     */
    loadChampion: (): Promise<StoredModel | null> => withBytes(CHAMPION),

    /** @throws DamagedArtifactError */
    load: (id: number): Promise<StoredModel | null> => withBytes("WHERE id = $1", [id]),

    find: (id: number): Promise<ModelVersion | null> => one("WHERE id = $1", [id]),

    /** The version trained last, whether it serves or not. */
    newest: (): Promise<ModelVersion | null> => one("ORDER BY trained_at DESC, id DESC LIMIT 1"),

    /** All of them, newest first. */
    async list(): Promise<ModelVersion[]> {
      const { rows } = await pool.query<VersionRow>(`SELECT ${FIELDS} FROM model_versions ORDER BY id DESC`);
      return rows.map(versionFrom);
    },

    /** What to tell a version's drift by; null where it was trained before that was kept. */
    async driftReference(id: number): Promise<DriftReference | null> {
      const { rows } = await pool.query<{ bins: Partial<DriftReference> }>(
        "SELECT input_bins AS bins FROM model_versions WHERE id = $1",
        [id],
      );
      const { inputs, scores, atTraining } = rows[0]?.bins ?? {};
      return inputs && scores && atTraining ? { inputs, scores, atTraining } : null;
    },

    /** Makes a version the champion, with a row in the audit. @returns false where there is no such version */
    promote: (id: number, by: string, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => (await promoteIn(client, id, { by, at })) !== null),

    /** What a roll-back would let serve again; null where nothing served before. */
    async beforeChampion(): Promise<number | null> {
      const { rows } = await pool.query<{ id: number }>(BEFORE_CHAMPION);
      return rows[0]?.id ?? null;
    },

    /**
     * Undoes the last promotion: what served before it serves again, and the next call goes one further back.
     * @returns who stepped down and who serves now; null where nothing served before
     */
    rollBack: (by: string, at: Date): Promise<{ readonly from: number; readonly to: number } | null> =>
      inTransaction(database, async (client) => {
        const { rows } = await client.query<{ id: number }>(ROLL_BACK);
        const [from] = rows;
        if (!from) return null;
        const { rows: left } = await client.query<{ id: number }>(
          `SELECT id FROM model_versions ${CHAMPION}`,
        );
        const to = left[0]?.id ?? 0;
        await noteIn(client, "model.rolled-back", to, { by, at }, { from: from.id });
        return { from: from.id, to };
      }),
  };
}

const FIELDS = `id, trained_at, serves, horizon_days, seed, settings, metrics, artifact_hash, duration_ms, promoted_at,
  decision, reliability`;
const CHAMPION = "WHERE promoted_at IS NOT NULL ORDER BY promoted_at DESC, id DESC LIMIT 1";

const SAVE = `
  INSERT INTO model_versions
    (trained_at, serves, horizon_days, seed, settings, metrics, duration_ms, decision, reliability, input_bins, artifact,
     artifact_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`;

// A version can become champion more than once; the promotions before its last one wait in its decision, so that a
// roll-back undoes exactly one of them. Never dated before the champion's, whatever the clock says.
const PROMOTE = `
  UPDATE model_versions
  SET promoted_at = GREATEST($2, (SELECT max(promoted_at) + interval '1 millisecond' FROM model_versions)),
    decision = CASE WHEN promoted_at IS NULL THEN decision ELSE jsonb_set(decision, '{earlierPromotions}',
      COALESCE(decision->'earlierPromotions', '[]') || to_jsonb(promoted_at)) END
  WHERE id = $1 RETURNING promoted_at`;

const ROLL_BACK = `
  UPDATE model_versions
  SET promoted_at = (decision -> 'earlierPromotions' ->> (-1))::timestamptz,
    decision = jsonb_set(decision, '{earlierPromotions}', COALESCE(decision -> 'earlierPromotions', '[]') - (-1))
  WHERE id = (SELECT id FROM model_versions ${CHAMPION})
    AND (SELECT count(*) FROM model_versions WHERE promoted_at IS NOT NULL) > 1
  RETURNING id`;

const BEFORE_CHAMPION = `
  WITH champion AS (SELECT id FROM model_versions ${CHAMPION})
  SELECT v.id FROM model_versions v, champion
  WHERE v.promoted_at IS NOT NULL AND v.id <> champion.id ORDER BY v.promoted_at DESC, v.id DESC LIMIT 1`;

/** @returns from when on it serves; null where there is no such version */
async function promoteIn(client: pg.ClientBase, id: number, { by, at }: Promotion): Promise<Date | null> {
  const { rows } = await client.query<{ promoted_at: Date }>(PROMOTE, [id, at]);
  if (!rows[0]) return null;
  await noteIn(client, "model.promoted", id, { by, at });
  return rows[0].promoted_at;
}

async function noteIn(
  client: pg.ClientBase,
  action: string,
  modelVersionId: number,
  { by, at }: Promotion,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await client.query("INSERT INTO audit_events (at, actor, action, details) VALUES ($1, $2, $3, $4)", [
    at,
    by,
    action,
    JSON.stringify({ modelVersionId, ...details }),
  ]);
}

function columnsOf(version: Omit<ModelVersion, "id" | "artifactHash">): unknown[] {
  return [
    version.trainedAt,
    version.serves,
    version.horizonDays,
    version.seed,
    JSON.stringify(version.settings),
    JSON.stringify(version.metrics),
    version.durationMs,
    JSON.stringify(version.decision ?? {}),
    JSON.stringify(version.reliability ?? {}),
  ];
}

type VersionRow = {
  id: number;
  trained_at: Date;
  serves: ModelVersion["serves"];
  horizon_days: number;
  seed: number;
  settings: ModelVersion["settings"];
  metrics: ModelVersion["metrics"];
  artifact_hash: string;
  duration_ms: number;
  promoted_at: Date | null;
  decision: Partial<PromotionDecision> & { readonly earlierPromotions?: unknown };
  reliability: Partial<NonNullable<ModelVersion["reliability"]>>;
};

function versionFrom(row: VersionRow): ModelVersion {
  const { bins, intervals } = row.reliability;
  return {
    id: row.id,
    trainedAt: row.trained_at,
    serves: row.serves,
    horizonDays: row.horizon_days,
    seed: row.seed,
    settings: row.settings,
    metrics: row.metrics,
    artifactHash: row.artifact_hash,
    durationMs: row.duration_ms,
    promotedAt: row.promoted_at,
    decision: decisionFrom(row.decision),
    reliability: bins && intervals ? { bins, intervals } : null,
  };
}

/** Null for the empty object of versions from before decisions were kept. */
function decisionFrom(stored: VersionRow["decision"]): PromotionDecision | null {
  const { kind, reason, championId = null, difference = null, interval = null, slice = null } = stored;
  if (kind === undefined || reason === undefined) return null;
  return { kind, reason, championId, difference, interval, slice };
}

/** @throws DamagedArtifactError */
function undamaged(row: VersionRow & { artifact: Buffer }): StoredModel {
  if (hashOf(row.artifact) !== row.artifact_hash) {
    throw new DamagedArtifactError(
      `The stored bytes of model version ${row.id} are damaged. Train again, or roll back.`,
    );
  }
  return { ...versionFrom(row), artifact: row.artifact };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
