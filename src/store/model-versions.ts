import { createHash } from "node:crypto";
import type { ModelVersion } from "../domain/risk/model-version.ts";
import type { Database } from "./database.ts";

export type NewModelVersion = Omit<ModelVersion, "id" | "artifactHash"> & { readonly artifact: Uint8Array };
export type StoredModel = ModelVersion & { readonly artifact: Uint8Array };

/** The stored bytes are not those that were saved. */
export class DamagedArtifactError extends Error {
  override readonly name = "DamagedArtifactError";
}

export type ModelVersionStore = ReturnType<typeof modelVersionStore>;

export function modelVersionStore({ pool }: Pick<Database, "pool">) {
  return {
    async save(version: NewModelVersion): Promise<ModelVersion> {
      const { artifact, ...kept } = version;
      const artifactHash = hashOf(artifact);
      const { rows } = await pool.query<{ id: number }>(SAVE, [
        version.trainedAt,
        version.serves,
        version.horizonDays,
        version.seed,
        JSON.stringify(version.settings),
        JSON.stringify(version.metrics),
        Buffer.from(artifact),
        artifactHash,
        version.durationMs,
      ]);
      return { ...kept, id: rows[0]?.id ?? 0, artifactHash };
    },

    /** The version trained last, without its bytes; null before the first training. */
    async newest(): Promise<ModelVersion | null> {
      const { rows } = await pool.query<VersionRow>(`SELECT ${FIELDS} FROM model_versions ${NEWEST}`);
      return rows[0] ? versionFrom(rows[0]) : null;
    },

    /**
     * The version trained last, with its bytes.
     * @throws DamagedArtifactError when they do not match their hash
     */
    async loadNewest(): Promise<StoredModel | null> {
      const { rows } = await pool.query<VersionRow & { artifact: Buffer }>(
        `SELECT ${FIELDS}, artifact FROM model_versions ${NEWEST}`,
      );
      return rows[0] ? storedFrom(rows[0]) : null;
    },

    /**
     * One version with its bytes; null for an unknown id.
     * @throws DamagedArtifactError when they do not match their hash
     */
    async load(id: number): Promise<StoredModel | null> {
      const { rows } = await pool.query<VersionRow & { artifact: Buffer }>(
        `SELECT ${FIELDS}, artifact FROM model_versions WHERE id = $1`,
        [id],
      );
      return rows[0] ? storedFrom(rows[0]) : null;
    },
  };
}

function storedFrom(row: VersionRow & { artifact: Buffer }): StoredModel {
  if (hashOf(row.artifact) !== row.artifact_hash) {
    throw new DamagedArtifactError(`The stored bytes of model version ${row.id} are damaged. Train again.`);
  }
  return { ...versionFrom(row), artifact: row.artifact };
}

const FIELDS = "id, trained_at, serves, horizon_days, seed, settings, metrics, artifact_hash, duration_ms";
const NEWEST = "ORDER BY trained_at DESC, id DESC LIMIT 1";

const SAVE = `
  INSERT INTO model_versions
    (trained_at, serves, horizon_days, seed, settings, metrics, artifact, artifact_hash, duration_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`;

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
};

function versionFrom(row: VersionRow): ModelVersion {
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
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
