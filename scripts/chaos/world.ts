import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { RandomStream } from "../../src/demo/random.ts";
import { MS_PER_MINUTE } from "../../src/domain/clock.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import type { WorkspaceSeed } from "../../src/sandbox/seed.ts";
import { type Database, type DatabaseLocation, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { fillCustomerFile } from "./customer-file.ts";
import { type FaultyLine, startFaultyLine } from "./faulty-line.ts";
import { type Front, startFront } from "./front.ts";
import {
  type Environment,
  type Instance,
  noProcesses,
  type ProcessTally,
  superviseInstance,
} from "./instances.ts";
import { CHANNEL, type Deeds, noDeeds, PEOPLE } from "./people.ts";
import type { Fault, WorldName } from "./plan.ts";

/** A Monday, just after the hour at which nudges and digests are made. */
export const BEGINS_AT = new Date("2026-11-30T09:00:30Z");
export const CHANNELS = [CHANNEL, "C0RETENTION", "C0OPERATIONS"] as const;

const SEED: WorkspaceSeed = {
  name: "Chaos",
  people: PEOPLE,
  channels: CHANNELS.map((id) => ({
    ...{ id, name: id.slice(2).toLowerCase(), hasBot: true },
    memberIds: PEOPLE.map((person) => person.id),
  })),
  bot: { name: "mainstay", realName: "Mainstay" },
  commands: [{ command: "/customer", description: "Look up a customer", usageHint: "[name]" }],
};

/** A workspace, a database, and the processes of the bot between them. */
export type World = {
  readonly name: WorldName;
  readonly sandbox: Sandbox;
  readonly line: FaultyLine;
  readonly front: Front | null;
  /** Of the embedded database: through the bot that has it open; see `reachDatabase`. */
  database: Database;
  store: ReturnType<typeof createStore>;
  readonly location: Location;
  readonly deeds: Deeds;
  readonly processes: ProcessTally;
  /** Which jobs were given up and done again, for whoever looks into it. */
  readonly retried: string[];
  readonly instances: Map<number, Instance>;
  /** Keys of messages that were kept, as whoever kept them was told. */
  readonly confirmed: string[];
  /** Of acknowledgements, on which a process is ended. */
  killShare: number;
  /** Per instance, how far its clock is from the workspace's. */
  readonly skewMs: Map<number, number>;
  readonly count: (fault: Fault) => void;
  readonly random: RandomStream;
  /** The bot's file. */
  readonly entry: string;
};

type Location = Exclude<DatabaseLocation, { readonly kind: "memory" }>;

export type WorldGiven = {
  readonly name: WorldName;
  readonly location: Location;
  readonly count: (fault: Fault) => void;
  readonly random: RandomStream;
  readonly entry: string;
};

/** Opens a workspace whose time begins on a Monday morning, on an empty database. No process runs yet. */
export async function openWorld({ name, location, count, random, entry }: WorldGiven): Promise<World> {
  const startedAt = Date.now();
  const sandbox = await createSandbox({
    clock: () => new Date(BEGINS_AT.getTime() + Date.now() - startedAt),
    workspace: SEED,
    connection: { mode: name === "socket" ? "socket" : "http" },
    // Tiers would keep people from more than a command a second.
    rateLimits: { postBurst: 5, tiers: false },
  });
  const kill = (number: number) => void world.instances.get(number)?.kill();
  const line = await startFaultyLine({ apiUrl: sandbox.apiUrl, random, count, kill });
  const database = await openFilled(location, sandbox.clock());
  const world: World = {
    ...{
      name,
      sandbox,
      line,
      database,
      location,
      count,
      random,
      entry,
      deeds: noDeeds(),
      processes: noProcesses(),
      retried: [],
    },
    store: createStore(database),
    front: name === "socket" ? null : await frontOf(sandbox, () => world),
    instances: new Map(),
    confirmed: [],
    killShare: 0,
    skewMs: new Map(),
  };
  if (world.front !== null) sandbox.setAppUrl(world.front.url);
  return world;
}

async function openFilled(location: Location, now: Date): Promise<Database> {
  const database = await openDatabase(location);
  await migrate(database);
  await createStore(database).workspaceSetup.setPosting(true, "chaos", now);
  const owners = PEOPLE.flatMap(({ email }) => email ?? []);
  await fillCustomerFile(database, { owners, channels: CHANNELS.slice(1), now });
  if (location.kind === "server") return database;
  // One process at a time has it open, and that is the bot from now on.
  await database.close();
  return openDatabase({ kind: "server", url: socketUrl(location.folder) });
}

const socketUrl = (socketFolder: string) =>
  `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;

const lockSchema = z.object({ socketFolder: z.string() });

/** The embedded database is served by whichever process of the bot has it open; a server stays where it is. */
export async function reachDatabase(world: World): Promise<void> {
  const { location, database } = world;
  if (location.kind === "server") return;
  const path = join(location.folder, "lock.json");
  if (!existsSync(path)) return;
  const url = socketUrl(lockSchema.parse(JSON.parse(readFileSync(path, "utf8"))).socketFolder);
  if (url === database.pool.options.connectionString) return;
  world.database = await openDatabase({ kind: "server", url });
  world.store = createStore(world.database);
  await database.close();
}

/** Of acknowledgements on which a process may be ended, after the first of a round. Chosen so that a round has a few. */
const KILL_SHARE = 0.1;

const frontOf = (sandbox: Sandbox, world: () => World): Promise<Front> =>
  startFront({
    signingSecret: sandbox.signingSecret,
    clock: sandbox.clock,
    instances: () =>
      [...world().instances].flatMap(([number, instance]) => {
        const port = instance.port();
        return port === null ? [] : [{ number, port }];
      }),
    acknowledged(number) {
      const { killShare, random, count, instances } = world();
      if (!random.chance(killShare)) return;
      world().killShare = KILL_SHARE;
      count("kill-after-acknowledgement");
      void instances.get(number)?.kill();
    },
  });

/** Starts so many processes of the bot, and waits until each is connected. */
export async function startInstances(world: World, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1)
    world.instances.set(
      number,
      superviseInstance(world.entry, () => environmentOf(world, number), world.processes),
    );
  await Promise.all([...world.instances.values()].map((instance) => instance.connected()));
  await reachDatabase(world);
}

/** Ends every process, by SIGKILL unless said otherwise. */
export async function endInstances(world: World, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
  const ending = [...world.instances.values()].map((instance) => instance.end(signal));
  await Promise.all(ending);
  world.instances.clear();
}

const aheadMs = ({ sandbox, skewMs }: World, number: number): number =>
  sandbox.clock().getTime() - Date.now() + (skewMs.get(number) ?? 0);

function environmentOf(world: World, number: number): Environment {
  const { sandbox, line, location } = world;
  return {
    CLOCK_AHEAD_MS: String(aheadMs(world, number)),
    SLACK_BOT_TOKEN: sandbox.tokens.bot,
    SLACK_API_URL: line.apiUrl(number),
    ...(world.name === "socket"
      ? { SLACK_MODE: "socket", SLACK_APP_TOKEN: sandbox.tokens.app }
      : { SLACK_MODE: "http", SLACK_SIGNING_SECRET: sandbox.signingSecret, HOST: "127.0.0.1", PORT: "0" }),
    ...(location.kind === "server" ? { DATABASE_URL: location.url } : { DATA_DIR: location.folder }),
    LOG_LEVEL: "info",
    TIME_ZONE: "UTC",
  };
}

/** Moves the time of the workspace and of every process in it. What is under way should be over, or its process ended. */
export async function moveClock(world: World, ms: number): Promise<void> {
  await world.sandbox.advanceBy(ms);
  for (const [number, instance] of world.instances) instance.setClockAhead(aheadMs(world, number));
}

/** Ticks that were missed are counted one by one, each time the clock is found to have gone on; that takes seconds for an hour. */
const FAR_MS = 15 * MS_PER_MINUTE;

/** Moves the clock; where that is far, processes are started anew for it. */
export async function leap(world: World, ms: number): Promise<void> {
  const count = world.instances.size;
  if (ms < FAR_MS || count === 0) return moveClock(world, ms);
  await endInstances(world);
  await moveClock(world, ms);
  await startInstances(world, count);
}

/** Longer than any claim that a process which was ended left behind: those of requests last two minutes. */
export const BEYOND_CLAIMS_MS = 3 * MS_PER_MINUTE;

export async function closeWorld(world: World): Promise<void> {
  await endInstances(world);
  await world.database.close();
  await world.front?.close();
  await world.line.close();
  await world.sandbox.close();
  if (world.location.kind === "embedded") rmSync(world.location.folder, { recursive: true, force: true });
}
