import { setTimeout as sleep } from "node:timers/promises";
import { randomStream } from "../../src/demo/random.ts";
import { bundleBot } from "../chaos/bundle-bot.ts";
import { drain } from "../chaos/drain.ts";
import type { Measured } from "../chaos/instances.ts";
import { startNativePostgres } from "../chaos/native-postgres.ts";
import { workInSlack } from "../chaos/people.ts";
import { queueMessages } from "../chaos/queue.ts";
import { whatIsSeen } from "../chaos/seen.ts";
import { type Tally, tally } from "../chaos/tally.ts";
import { closeWorld, endInstances, openWorld, startInstances, type World } from "../chaos/world.ts";
import { type Slope, slopeOf } from "./slope.ts";

export type SoakSettings = { readonly minutes: number; readonly perSecond: number; readonly seed: number };

export type Figure = {
  readonly what: string;
  readonly first: number;
  readonly last: number;
  readonly slope: Slope;
};

export type SoakReport = SoakSettings & {
  readonly samples: number;
  /** Of people and events, sent in all. */
  readonly sent: number;
  readonly perSecondReached: number;
  readonly figures: readonly Figure[];
  readonly counted: Omit<Tally, "details">;
  readonly isBad: boolean;
};

type Taken = Measured & { readonly minutes: number };

/** Samples in a run, however long it is; enough for an interval. */
const SAMPLES = 40;
/** What is loaded once, and caches that fill, belong to the start. */
const WARM_UP_SHARE = 0.25;
/** Whoever has nothing to do looks again after so long. */
const PAUSE_MS = 200;
const MB = 1024 * 1024;

/** Has people work at a steady rate, and watches the bot's process. */
export async function runSoak(settings: SoakSettings, say: (line: string) => void): Promise<SoakReport> {
  const entry = await bundleBot();
  const server = await startNativePostgres(25_000 + (process.pid % 10_000));
  await server.addDatabase("soak");
  const random = randomStream(settings.seed);
  const location = { kind: "server", url: server.url("soak") } as const;
  const given = { name: "http", location, count: () => {}, random, entry } as const;
  const world = await openWorld(given);
  try {
    await startInstances(world, 1);
    const taken = await work(world, settings, say);
    await drain(world);
    await endInstances(world, "SIGTERM");
    const counted = tally(await whatIsSeen(world));
    for (const detail of counted.details) say(detail);
    return reportOf(settings, world, taken, counted);
  } finally {
    await closeWorld(world);
    await server.stop();
  }
}

async function work(world: World, settings: SoakSettings, say: (line: string) => void): Promise<Taken[]> {
  const lastsMs = settings.minutes * 60_000;
  const until = Date.now() + lastsMs;
  const begunAt = Date.now();
  const isBehind = () => world.deeds.sent < ((Date.now() - begunAt) / 1_000) * settings.perSecond;
  const isOver = () => Date.now() >= until;
  const [taken] = await Promise.all([
    sample(world, lastsMs, say),
    workInSlack(world.sandbox, world.deeds, {
      random: world.random,
      isOver,
      pause: () => (isBehind() ? 0 : PAUSE_MS),
    }),
    queueMessages(world, { prefix: "soak", count: Math.ceil(lastsMs / 10_000), withinMs: lastsMs }),
  ]);
  return taken;
}

async function sample(world: World, lastsMs: number, say: (line: string) => void): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let index = 1; index <= SAMPLES; index += 1) {
    await sleep(lastsMs / SAMPLES);
    const measured = await world.instances.get(1)?.measure();
    if (!measured) continue;
    const minutes = (lastsMs / SAMPLES / 60_000) * index;
    taken.push({ minutes, ...measured });
    say(
      `${minutes.toFixed(1)} min: heap ${(measured.heapUsed / MB).toFixed(1)} MB, ${measured.handles} handles, ${world.deeds.sent} requests`,
    );
  }
  return taken;
}

const FIGURES: ReadonlyArray<readonly [string, (one: Measured) => number]> = [
  ["heap after a collection, MB", ({ heapUsed }) => heapUsed / MB],
  ["memory beside the heap, MB", ({ external }) => external / MB],
  ["resident memory, MB", ({ rss }) => rss / MB],
  ["handles", ({ handles }) => handles],
];

function reportOf(
  settings: SoakSettings,
  { deeds }: World,
  taken: readonly Taken[],
  counted: Tally,
): SoakReport {
  const warm = taken.slice(Math.floor(taken.length * WARM_UP_SHARE));
  const figures = FIGURES.map(([what, of]): Figure => {
    const samples = warm.map((one) => ({ minutes: one.minutes, value: of(one) }));
    return { what, first: samples[0]?.value ?? 0, last: samples.at(-1)?.value ?? 0, slope: slopeOf(samples) };
  });
  const { details: _, ...counts } = counted;
  const isGrowing = figures.some(
    ({ what, slope }) => slope.verdict === "rising" && !what.startsWith("resident"),
  );
  return {
    ...settings,
    ...{ samples: warm.length, sent: deeds.sent, figures, counted: counts },
    perSecondReached: deeds.sent / (settings.minutes * 60),
    isBad: isGrowing || counts.lost + counts.inputsLost + counts.stuck > 0,
  };
}
