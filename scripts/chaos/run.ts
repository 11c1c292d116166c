import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomStream } from "../../src/demo/random.ts";
import { bundleBot } from "./bundle-bot.ts";
import { digestsMade, drain } from "./drain.ts";
import { type NativePostgres, startNativePostgres } from "./native-postgres.ts";
import { type Fault, planRounds, type WorldName } from "./plan.ts";
import { type ChaosReport, noTally } from "./report.ts";
import { runRound } from "./round.ts";
import { budgets, missingDigests, whatIsSeen } from "./seen.ts";
import { type Tally, tally } from "./tally.ts";
import { closeWorld, endInstances, openWorld, startInstances, type World, type WorldGiven } from "./world.ts";

export type ChaosSettings = {
  readonly rounds: number;
  readonly seed: number;
  readonly lastsMs: number;
  /** At random points of each round; one more ends it. */
  readonly kills: number;
  /** Kept in each round. */
  readonly messages: number;
  readonly kinds?: readonly Fault[];
  /** No round begins later than this; the report says how many there were. */
  readonly longestMs?: number;
};

export type ChaosResult = { readonly report: ChaosReport; readonly details: readonly string[] };

/**
 * Runs the rounds, lets the bot finish in peace, and counts. What is done is decided by the seed; at which point of the
 * bot's work it happens is up to the machine.
 */
export async function runChaos(settings: ChaosSettings, say: (line: string) => void): Promise<ChaosResult> {
  const { rounds, seed, kills, kinds } = settings;
  const faults: Partial<Record<Fault, number>> = {};
  const count = (fault: Fault) => {
    faults[fault] = (faults[fault] ?? 0) + 1;
  };
  const plans = planRounds(rounds, randomStream(seed), { kills, ...(kinds && { kinds }) });
  const entry = await bundleBot();
  const server = await startNativePostgres(25_000 + (process.pid % 10_000));
  const worlds = new Map<WorldName, World>();
  const broken: string[] = [];
  const end = Date.now() + (settings.longestMs ?? Number.POSITIVE_INFINITY);
  let done = 0;
  try {
    for (const [index, plan] of plans.entries()) {
      if (Date.now() > end) break;
      done = index + 1;
      const world =
        worlds.get(plan.world) ?? (await addWorld(server, { name: plan.world, count, entry, seed }));
      worlds.set(plan.world, world);
      say(
        `round ${index + 1} of ${rounds}: ${plan.world}, ${plan.instances} at once, ${plan.faults.join(" and ")}`,
      );
      // What the rounds before have shown would be lost with it.
      await runRound(world, server, plan, { ...settings, number: index + 1 }).catch(async (error) => {
        broken.push(`round ${index + 1} broke off: ${error}`);
        say(broken.at(-1) ?? "");
        await endInstances(world);
      });
    }
    const counted = await Promise.all([...worlds.values()].map((world) => finish(world, say)));
    const details = [...broken, ...counted.flatMap((one) => one.details)];
    return {
      report: { ...sumUp(settings, faults, counted), rounds: done, roundsBroken: broken.length },
      details,
    };
  } finally {
    for (const world of worlds.values()) await closeWorld(world);
    await server.stop();
  }
}

type NewWorld = Omit<WorldGiven, "location" | "random"> & { readonly seed: number };

async function addWorld(server: NativePostgres, { seed, ...given }: NewWorld): Promise<World> {
  const random = randomStream(seed, 1 + given.name.length);
  if (given.name === "embedded") {
    const folder = mkdtempSync(join(tmpdir(), "mainstay-chaos-embedded-"));
    return openWorld({ ...given, location: { kind: "embedded", folder }, random });
  }
  await server.addDatabase(given.name);
  return openWorld({ ...given, location: { kind: "server", url: server.url(given.name) }, random });
}

type Counted = {
  readonly world: World;
  readonly tally: Tally;
  readonly budgetsExceeded: number;
  readonly details: readonly string[];
};

/** Lets one process do whatever is left, undisturbed, and counts. */
async function finish(world: World, say: (line: string) => void): Promise<Counted> {
  world.skewMs.clear();
  await startInstances(world, 1);
  await digestsMade(world);
  if (!(await drain(world))) say(`${world.name}: something is left over`);
  const counted = tally(await whatIsSeen(world));
  const { exceeded, nudged } = await budgets(world);
  const missing = await missingDigests(world);
  say(`${world.name}: ${nudged} nudges, ${missing} digests missing`);
  const details = [...counted.details, ...world.processes.lastLines, ...world.retried].map(
    (line) => `${world.name}: ${line}`,
  );
  return { world, tally: { ...counted, lost: counted.lost + missing }, budgetsExceeded: exceeded, details };
}

function sumUp(
  { seed }: ChaosSettings,
  faults: ChaosReport["faults"],
  counted: readonly Counted[],
): Omit<ChaosReport, "rounds" | "roundsBroken"> {
  const sum = (of: (one: Counted) => number) => counted.reduce((total, one) => total + of(one), 0);
  const tallies = Object.keys(noTally).map((name) => [
    name,
    sum((one) => one.tally[name as keyof typeof noTally]),
  ]);
  return {
    faults,
    ...(Object.fromEntries(tallies) as typeof noTally),
    budgetsExceeded: sum((one) => one.budgetsExceeded),
    unhandled: sum(({ world }) => world.processes.unhandled),
    starts: sum(({ world }) => world.processes.starts),
    kills: sum(({ world }) => world.processes.kills),
    sent: sum(({ world }) => world.deeds.sent),
    notTaken: sum(({ world }) => world.deeds.notTaken),
    seed,
  };
}
