import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client.ts";
import { GOES_FIRST } from "./client-messages.ts";
import { type EmbeddedDatabase, startDatabaseInMemory, startEmbeddedDatabase } from "./embedded-database.ts";
import type { FirstContents } from "./first-contents.ts";

/** Where the customer file lives: a PostgreSQL server, the embedded one in a folder, or one in memory. */
export type DatabaseLocation =
  | { readonly kind: "server"; readonly url: string }
  | { readonly kind: "embedded"; readonly folder: string; readonly firstContents?: FirstContents }
  /** A dump to begin with, in a file as PGlite writes it; empty unless given. */
  | { readonly kind: "memory"; readonly dump?: string };

export type Database = {
  readonly kind: DatabaseLocation["kind"];
  readonly prisma: PrismaClient;
  /** For set-based SQL over many rows, through the same driver. */
  readonly pool: pg.Pool;
  /** For what somebody must be told within moments: a connection that nothing else takes, and that goes before all others. */
  readonly firstPool: pg.Pool;
  /** How queries over all customers are cut up, so that a card never waits long for its turn. */
  readonly turns: Turns;
  /** Connections of one's own, for what leaves locks behind on them; whoever opens them ends them. */
  openPool(size: number): pg.Pool;
  /** The same for whoever watches: what hangs ends by itself, and none of the pool's connections is taken. */
  openProbes(): pg.Pool;
  close(): Promise<void>;
};

export type Turns = { readonly customersPerQuery: number; readonly queriesAtOnce: number };

/** A server runs queries side by side; what has to stay short is our own work on each answer (below 10 ms). */
const SERVER_TURNS: Turns = { customersPerQuery: 500, queriesAtOnce: 2 };
/** The embedded database has one session, where everybody waits: 125 customers take it some 20 ms. */
const EMBEDDED_TURNS: Turns = { customersPerQuery: 125, queriesAtOnce: 1 };
const POOL_SIZE = 10;
/** What is asked for by it at the same time is asked for together. */
const FIRST_POOL_SIZE = 1;
/**
 * A statement that hangs ends by itself, and a server that does not answer is not waited for: chosen well above the longest report
 * of a large company (some 20 s) and the longest wait for a connection.
 */
const SERVER_LIMITS: pg.PoolConfig = {
  connectionTimeoutMillis: 60_000,
  statement_timeout: 15 * 60_000,
  lock_timeout: 5 * 60_000,
  idle_in_transaction_session_timeout: 10 * 60_000,
};

/** One for each question that is asked side by side. */
const PROBES = 3;
/**
 * What is answered or given up within seconds, on the server as well: without a limit a question that is cut off would hold its
 * connection for good, and everybody who waits for that one.
 */
const QUICK_LIMITS: pg.PoolConfig = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 5_000,
  query_timeout: 6_000,
};

/** Opens the database without touching its schema; see `migrate`. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const embedded = await startEmbedded(location);
  const connection = location.kind === "server" ? { connectionString: location.url } : embedded?.connection;
  const openPool = (size: number, limits: pg.PoolConfig = {}, name = "mainstay") => {
    const opened = new pg.Pool({ ...connection, ...limits, max: size, application_name: name });
    opened.on("error", () => {}); // An idle connection that breaks is replaced; the next query reports what is wrong.
    // So is one that breaks between two queries of a transaction; unheard, its error would end the process.
    opened.on("connect", (client) => client.on("error", () => {}));
    return opened;
  };
  const pool = openPool(POOL_SIZE, location.kind === "server" ? SERVER_LIMITS : {});
  const firstPool = openPool(FIRST_POOL_SIZE, location.kind === "server" ? QUICK_LIMITS : {}, GOES_FIRST);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const turns = embedded ? EMBEDDED_TURNS : SERVER_TURNS;
  // The embedded database has one session, whose limits would be everybody's.
  const openProbes = () => openPool(PROBES, location.kind === "server" ? QUICK_LIMITS : {});
  const closeAll = () => close(prisma, [pool, firstPool], embedded);
  const pools = { pool, firstPool, openPool: (size: number) => openPool(size), openProbes };
  return { kind: location.kind, prisma, ...pools, turns, close: closeAll };
}

async function startEmbedded(location: DatabaseLocation): Promise<EmbeddedDatabase | null> {
  if (location.kind === "server") return null;
  if (location.kind === "memory") return startDatabaseInMemory(location.dump);
  return startEmbeddedDatabase(location.folder, location.firstContents);
}

async function close(
  prisma: PrismaClient,
  pools: readonly pg.Pool[],
  embedded: EmbeddedDatabase | null,
): Promise<void> {
  await prisma.$disconnect();
  for (const pool of pools) if (!pool.ended) await pool.end();
  await embedded?.close();
}

/** A pool, or one connection with a transaction open. */
export type Queryable = Pick<pg.ClientBase, "query">;
