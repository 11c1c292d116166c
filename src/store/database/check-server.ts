import pg from "pg";
import { arrayOf, text } from "./column-kinds.ts";
import { migrationStatus } from "./migrate.ts";
import { statement } from "./statement.ts";

export type ServerState =
  | {
      readonly kind: "there";
      readonly pendingMigrations: number;
      /** Of those asked about, the time zones that the server does not know. */
      readonly unknownZones: readonly string[];
    }
  | { readonly kind: "away"; readonly error: unknown };

/** Whoever starts the bot waits for it. Chosen by the product: a server that wakes up takes seconds. */
const TIMEOUT_MS = 10_000;

/** Looks whether a PostgreSQL server can be worked with, by a connection of its own, and changes nothing. */
export async function lookAtServer(url: string, timeZones: readonly string[]): Promise<ServerState> {
  const limits = { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS, max: 1 };
  const pool = new pg.Pool({ connectionString: url, ...limits, application_name: "mainstay" });
  pool.on("error", () => {}); // The query that it breaks says so.
  try {
    const { pending } = await migrationStatus({ pool });
    const unknown = await UNKNOWN_ZONES.all(pool, { timeZones: [...timeZones] });
    return {
      kind: "there",
      pendingMigrations: pending.length,
      unknownZones: unknown.map(({ zone }) => zone),
    };
  } catch (error) {
    return { kind: "away", error };
  } finally {
    await pool.end();
  }
}

const UNKNOWN_ZONES = statement({
  name: "database/check-server: unknown zones",
  sql: `
  SELECT zone FROM unnest(:timeZones::text[]) AS zone
  WHERE NOT EXISTS (SELECT FROM pg_timezone_names WHERE lower(name) = lower(zone))`,
  parameters: { timeZones: arrayOf(text) },
  row: { zone: text },
});
