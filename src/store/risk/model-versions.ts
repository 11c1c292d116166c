import { createHash } from "node:crypto";
import type { AuditAction } from "../../domain/audit-action.ts";
import {
  DamagedArtifactError,
  type DriftReference,
  type ModelVersion,
  type PromotionDecision,
} from "../../domain/risk/versions/model-version.ts";
import { noteIn as noteEventIn } from "../database/audit.ts";
import {
  bytea,
  int4,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { keptByState } from "./kept-by-state.ts";

export { DamagedArtifactError };

export type NewModelVersion = Omit<ModelVersion, "id" | "artifactHash"> & {
  readonly artifact: Uint8Array;
  readonly driftReference: DriftReference;
};
export type StoredModel = ModelVersion & { readonly artifact: Uint8Array };

/** Who makes a version serve, and when. */
export type Promotion = { readonly by: string; readonly at: Date };

/** The champion, and the older version that a movement is explained against; some megabytes each. */
const MOST_LOADED = 2;

export type ModelVersionStore = ReturnType<typeof modelVersionStore>;

/** Every model that was trained. The champion, the version promoted last, serves. */
export function modelVersionStore(database: Pick<Database, "pool">) {
  const { pool } = database;
  const version = async (row: Promise<VersionRow | null>) => versionOrNull(await row);
  const withBytes = async (found: Promise<(VersionRow & { artifact: Buffer }) | null>) => {
    const row = await found;
    return row && undamaged(row);
  };
  const loaded = keptByState<StoredModel>(MOST_LOADED);
  return {
    /** Keeps a version; where it was promoted, `by` goes into the audit together with it. */
    save: ({ artifact, driftReference, ...kept }: NewModelVersion, by: string): Promise<ModelVersion> =>
      inTransaction(database, async (client) => {
        const artifactHash = hashOf(artifact);
        const bytes = { artifact: Buffer.from(artifact), artifactHash };
        const { id } = await SAVE.one(client, { ...columnsOf(kept), driftReference, ...bytes });
        const promotedAt = kept.promotedAt && (await promoteIn(client, id, { by, at: kept.promotedAt }));
        return { ...kept, id, artifactHash, promotedAt };
      }),

    /** What serves, without its bytes; null before the first training. */
    champion: (): Promise<ModelVersion | null> => version(READ_CHAMPION.first(pool)),

    /**
     * What serves, with its bytes.
     * @throws DamagedArtifactError when they do not match their hash
     */
    loadChampion: (): Promise<StoredModel | null> => withBytes(LOAD_CHAMPION.first(pool)),

    /**
     * A version with its bytes: the same object again for as long as its row is the same.
     * @throws DamagedArtifactError
     */
    async load(id: number): Promise<StoredModel | null> {
      const state = (await STATE.first(pool, { id }))?.state ?? null;
      return loaded.of(id, state) ?? loaded.keep(id, state, await withBytes(LOAD.first(pool, { id })));
    },

    find: (id: number): Promise<ModelVersion | null> => version(FIND.first(pool, { id })),

    /** The version trained last, whether it serves or not. */
    newest: (): Promise<ModelVersion | null> => version(NEWEST.first(pool)),

    /** All of them, newest first. */
    list: async (): Promise<ModelVersion[]> => (await LIST.all(pool)).map(versionFrom),

    /** What to tell a version's drift by; null where it was trained before that was kept. */
    async driftReference(id: number): Promise<DriftReference | null> {
      const { inputs, scores, atTraining } = (await DRIFT_REFERENCE.first(pool, { id }))?.bins ?? {};
      return inputs && scores && atTraining ? { inputs, scores, atTraining } : null;
    },

    /** Makes a version the champion, with a row in the audit. @returns false where there is no such version */
    promote: (id: number, by: string, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => (await promoteIn(client, id, { by, at })) !== null),

    /** What a roll-back would let serve again; null where nothing served before. */
    async beforeChampion(): Promise<number | null> {
      return (await BEFORE_CHAMPION.first(pool))?.id ?? null;
    },

    /**
     * Undoes the last promotion: what served before it serves again, and the next call goes one further back.
     * @param seen the version that serves as far as its reader knows; left out: whichever does
     * @returns who stepped down and who serves now; null where nothing served before, or another version serves than was seen
     */
    rollBack: (
      by: string,
      at: Date,
      seen: number | null = null,
    ): Promise<{ readonly from: number; readonly to: number } | null> =>
      inTransaction(database, async (client) => {
        const from = await ROLL_BACK.first(client, { seen });
        if (!from) return null;
        const { id: to } = await READ_CHAMPION.one(client);
        await noteIn(client, "model.rolled-back", to, { by, at }, { from: from.id });
        return { from: from.id, to };
      }),
  };
}

const FIELDS = `id, trained_at, serves, horizon_days, seed, settings, metrics, artifact_hash, duration_ms, promoted_at,
  decision, reliability`;
const CHAMPION = "WHERE promoted_at IS NOT NULL ORDER BY promoted_at DESC, id DESC LIMIT 1";

const ROW = {
  id: int4,
  trained_at: timestamptz,
  serves: textOf<ModelVersion["serves"]>(),
  horizon_days: int4,
  seed: int4,
  settings: json<ModelVersion["settings"]>(),
  metrics: json<ModelVersion["metrics"]>(),
  artifact_hash: text,
  duration_ms: int4,
  promoted_at: nullable(timestamptz),
  decision: json<StoredDecision>(),
  reliability: json<Partial<NonNullable<ModelVersion["reliability"]>>>(),
};
const ID = { id: int4 };

const READ_CHAMPION = statement({
  name: "risk/model-versions: champion",
  sql: `SELECT ${FIELDS} FROM model_versions ${CHAMPION}`,
  row: ROW,
});

const LOAD_CHAMPION = statement({
  name: "risk/model-versions: load champion",
  sql: `SELECT ${FIELDS}, artifact FROM model_versions ${CHAMPION}`,
  row: { ...ROW, artifact: bytea },
});

const FIND = statement({
  name: "risk/model-versions: find",
  sql: `SELECT ${FIELDS} FROM model_versions WHERE id = :id`,
  parameters: ID,
  row: ROW,
});

// Whatever writes to a row gives it another transaction and place.
const STATE = statement({
  name: "risk/model-versions: state",
  sql: "SELECT artifact_hash || ' ' || xmin::text || ' ' || ctid::text AS state FROM model_versions WHERE id = :id",
  parameters: ID,
  row: { state: text },
  isKeptPlanned: true,
});

const LOAD = statement({
  name: "risk/model-versions: load",
  sql: `SELECT ${FIELDS}, artifact FROM model_versions WHERE id = :id`,
  parameters: ID,
  row: { ...ROW, artifact: bytea },
});

const NEWEST = statement({
  name: "risk/model-versions: newest",
  sql: `SELECT ${FIELDS} FROM model_versions ORDER BY trained_at DESC, id DESC LIMIT 1`,
  row: ROW,
});

const LIST = statement({
  name: "risk/model-versions: list",
  sql: `SELECT ${FIELDS} FROM model_versions ORDER BY id DESC`,
  row: ROW,
});

const DRIFT_REFERENCE = statement({
  name: "risk/model-versions: drift reference",
  sql: "SELECT input_bins AS bins FROM model_versions WHERE id = :id",
  parameters: ID,
  row: { bins: json<Partial<DriftReference>>() },
});

const SAVE = statement({
  name: "risk/model-versions: save",
  sql: `
  INSERT INTO model_versions
    (trained_at, serves, horizon_days, seed, settings, metrics, duration_ms, decision, reliability, input_bins, artifact,
     artifact_hash)
  VALUES (:trainedAt, :serves, :horizonDays, :seed, :settings, :metrics, :durationMs, :decision, :reliability,
    :driftReference, :artifact, :artifactHash)
  RETURNING id`,
  parameters: {
    trainedAt: timestamptz,
    serves: text,
    horizonDays: int4,
    seed: int4,
    settings: json(),
    metrics: json(),
    durationMs: int4,
    decision: json(),
    reliability: json(),
    driftReference: json(),
    artifact: bytea,
    artifactHash: text,
  },
  row: ID,
});

// A version can become champion more than once; the promotions before its last one wait in its decision, so that a
// roll-back undoes exactly one of them. Never dated before the champion's, whatever the clock says.
const PROMOTE = statement({
  name: "risk/model-versions: promote",
  sql: `
  UPDATE model_versions
  SET promoted_at = GREATEST(:at, (SELECT max(promoted_at) + interval '1 millisecond' FROM model_versions)),
    decision = CASE WHEN promoted_at IS NULL THEN decision ELSE jsonb_set(decision, '{earlierPromotions}',
      COALESCE(decision->'earlierPromotions', '[]') || to_jsonb(promoted_at)) END
  WHERE id = :id RETURNING promoted_at AS at`,
  parameters: { id: int4, at: timestamptz },
  row: { at: nullable(timestamptz) },
});

const ROLL_BACK = statement({
  name: "risk/model-versions: roll back",
  sql: `
  UPDATE model_versions
  SET promoted_at = (decision -> 'earlierPromotions' ->> (-1))::timestamptz,
    decision = jsonb_set(decision, '{earlierPromotions}', COALESCE(decision -> 'earlierPromotions', '[]') - (-1))
  WHERE id = (SELECT id FROM model_versions ${CHAMPION})
    AND (SELECT count(*) FROM model_versions WHERE promoted_at IS NOT NULL) > 1
    AND (:seen::int IS NULL OR id = :seen)
  RETURNING id`,
  parameters: { seen: nullable(int4) },
  row: ID,
});

const BEFORE_CHAMPION = statement({
  name: "risk/model-versions: before the champion",
  sql: `
  WITH champion AS (SELECT id FROM model_versions ${CHAMPION})
  SELECT v.id FROM model_versions v, champion
  WHERE v.promoted_at IS NOT NULL AND v.id <> champion.id ORDER BY v.promoted_at DESC, v.id DESC LIMIT 1`,
  row: ID,
});

/** @returns from when on it serves; null where there is no such version */
async function promoteIn(client: Queryable, id: number, { by, at }: Promotion): Promise<Date | null> {
  const promoted = await PROMOTE.first(client, { id, at });
  if (!promoted) return null;
  await noteIn(client, "model.promoted", id, { by, at });
  return promoted.at;
}

async function noteIn(
  client: Queryable,
  action: AuditAction,
  modelVersionId: number,
  { by, at }: Promotion,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const event = { at, actor: by, action, customerId: null };
  await noteEventIn(client, { ...event, details: { modelVersionId, ...details } });
}

function columnsOf({ decision, reliability, ...columns }: Omit<ModelVersion, "id" | "artifactHash">) {
  return { ...columns, decision: decision ?? {}, reliability: reliability ?? {} };
}

type StoredDecision = Partial<PromotionDecision> & { readonly earlierPromotions?: unknown };
type VersionRow = ValuesOf<typeof ROW>;

function versionOrNull(row: VersionRow | null): ModelVersion | null {
  return row && versionFrom(row);
}

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
function decisionFrom(stored: StoredDecision): PromotionDecision | null {
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
