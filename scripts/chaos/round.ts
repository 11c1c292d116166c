import { setTimeout as sleep } from "node:timers/promises";
import { daysAfter, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from "../../src/domain/clock.ts";
import { digestsMade, drain, recovered } from "./drain.ts";
import type { NativePostgres } from "./native-postgres.ts";
import { workInSlack } from "./people.ts";
import type { Fault, RoundPlan } from "./plan.ts";
import { queueMessages } from "./queue.ts";
import { BEYOND_CLAIMS_MS, endInstances, leap, moveClock, startInstances, type World } from "./world.ts";

export type RoundSettings = {
  readonly number: number;
  /** Kept while the faults last. */
  readonly messages: number;
  /** How long people work and faults happen. */
  readonly lastsMs: number;
};

/**
 * What a round left behind is done in peace by the next, except where kills are dealt: a request or a job that three processes in a
 * row began and did not survive is given up, and with kills every few seconds that would happen to many.
 */
const RECOVERY_MS = 30_000;

/**
 * Starts the bot, which takes over what the round before left behind; has people work, messages come and faults happen; and
 * ends every process by SIGKILL. The clock is then moved beyond their claims.
 */
export async function runRound(
  world: World,
  server: NativePostgres,
  plan: RoundPlan,
  { number, messages, lastsMs }: RoundSettings,
): Promise<void> {
  setSkew(world, plan);
  await startInstances(world, plan.instances);
  if (!plan.faults.includes("kill")) await recovered(world, RECOVERY_MS);
  for (const fault of plan.faults) if (fault in REPLAY_AFTER_MS) await replay(world, fault);
  world.line.setFaults(plan.faults);
  world.killShare = plan.faults.includes("kill-after-acknowledgement") ? 1 : 0;
  const until = Date.now() + lastsMs;
  const isOver = () => Date.now() >= until && (hasHappened(world) || Date.now() >= until + BUSY_MS);
  await Promise.all([
    workInSlack(world.sandbox, world.deeds, { random: world.random, isOver }),
    queueMessages(world, { prefix: `${world.name}:${number}`, count: messages, withinMs: lastsMs / 2 }),
    killAtRandom(world, plan.kills, lastsMs),
    ...plan.faults.map((fault) => happen(fault, { world, server, isOver, lastsMs })),
  ]);
  world.line.setFaults([]);
  world.killShare = 0;
  await endInstances(world);
  world.count(world.name === "embedded" ? "embedded-kill" : "kill");
  await moveClock(world, BEYOND_CLAIMS_MS);
}

/** A start alone may take a busy machine as long as a short round: what was dealt is waited for, so long at most. */
const BUSY_MS = 60_000;

/** What a round was dealt happens in it: to the first post, on the first acknowledgement. */
const hasHappened = ({ line, killShare }: World): boolean => !line.isAhead() && killShare < 1;

/** One of several, or the one there is, runs an hour ahead or behind. */
function setSkew({ skewMs, count }: World, { faults, instances }: RoundPlan): void {
  skewMs.clear();
  const set = (fault: Fault, ms: number) => {
    if (!faults.includes(fault)) return;
    skewMs.set(instances, ms);
    count(fault);
  };
  set("clock-ahead-1h", MS_PER_HOUR);
  set("clock-behind-1h", -MS_PER_HOUR);
  for (const fault of ["two-instances", "three-instances"] as const) if (faults.includes(fault)) count(fault);
}

async function killAtRandom(world: World, kills: number, lastsMs: number): Promise<void> {
  const { name, random, count, instances } = world;
  const moments = Array.from({ length: kills }, () => random.between(0, lastsMs)).sort((a, b) => a - b);
  const begunAt = Date.now();
  for (const moment of moments) {
    await sleep(Math.max(0, begunAt + moment - Date.now()));
    await instances.get(random.integer(1, instances.size))?.kill();
    count(name === "embedded" ? "embedded-kill" : "kill");
  }
}

type Happening = {
  readonly world: World;
  readonly server: NativePostgres;
  readonly isOver: () => boolean;
  readonly lastsMs: number;
};

/** What happens beside the calls of the Web API, until the round is over. */
async function happen(fault: Fault, { world, server, isOver, lastsMs }: Happening): Promise<void> {
  const again = async (pauseMs: readonly [number, number], work: () => unknown) => {
    while (!isOver()) {
      await sleep(Math.min(world.random.between(...pauseMs), lastsMs / 3));
      await work();
      world.count(fault);
    }
  };
  switch (fault) {
    case "database-restart":
      return again([5_000, 10_000], () => server.restart());
    case "database-hang":
      return again([2_000, 4_000], () => server.hang(3_000));
    case "disk-full":
      return server.hasSmallDisk ? again([1_000, 2_000], () => server.fillDisk(2_000)) : undefined;
    case "socket-refresh":
      return again([1_000, 3_000], world.sandbox.sockets.refresh);
    case "socket-cut":
      return again([1_000, 3_000], world.sandbox.sockets.cut);
    default:
  }
}

const REPLAY_AFTER_MS: Partial<Record<Fault, number>> = {
  "replay-5min": 5 * MS_PER_MINUTE,
  "replay-1h": MS_PER_HOUR,
  "replay-24h": MS_PER_DAY,
  "replay-6d": 6 * MS_PER_DAY,
};
const MOST_REPLAYED = 50;
/** Slack does not come back later, and the bot forgets after eight days. */
const LATEST_REPLAY_DAYS = 7;

/** Slack delivers events once more that were taken long ago. Nothing may come of it, which the count of answers shows. */
async function replay(world: World, fault: Fault): Promise<void> {
  await digestsMade(world);
  await drain(world);
  await leap(world, REPLAY_AFTER_MS[fault] ?? 0);
  const since = daysAfter(world.sandbox.clock(), -LATEST_REPLAY_DAYS);
  const taken = world.front?.events().filter(({ at }) => at >= since) ?? [];
  const before = taken.slice(-MOST_REPLAYED);
  for (const event of before) if (await world.front?.replay(event)) world.count(fault);
  await drain(world, { untilOnly: true });
}
