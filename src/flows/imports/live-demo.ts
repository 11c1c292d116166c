import { DEMO_SOURCE } from "../../demo/demo-data.ts";
import { demoSince } from "../../demo/living/live-demo.ts";
import { type Clock, daysAfter } from "../../domain/clock.ts";
import { searchKeysOf } from "../../domain/customers/customer-name.ts";
import type { DemoLife, DemoRowsStore } from "../../store/imports/demo-rows.ts";

export type LiveDemoDeps = {
  readonly demoRows: Pick<DemoRowsStore, "life" | "contactsSince" | "liveOn">;
  readonly clock: Clock;
};

export type LiveDemoResult =
  /** What has happened in the meantime is in the store. */
  | { readonly kind: "lived"; readonly since: Date; readonly until: Date }
  | { readonly kind: "up-to-date" }
  /** There are no invented customers, or real ones too: those must not mix. */
  | { readonly kind: "not-ours" };

export type LiveDemoInput = {
  /** Of the demo that was loaded. */
  readonly seed: number;
  /** Less than this after the last time, nothing is done. */
  readonly atLeastMs: number;
};

/** Chosen: what is made and written in one go stays in the size of the demo itself. */
const MOST_DAYS_AT_ONCE = 366;

/** Lets the invented customers live up to now: everything they did since the last time, once, however often it is asked. */
export async function liveDemo(
  { demoRows, clock }: LiveDemoDeps,
  input: LiveDemoInput,
): Promise<LiveDemoResult> {
  const began = await demoRows.life(DEMO_SOURCE);
  if (began === null) return { kind: "not-ours" };
  const now = clock();
  if (now.getTime() - began.livedUntil.getTime() < Math.max(1, input.atLeastMs))
    return { kind: "up-to-date" };
  for (let life: DemoLife | null = began; life && life.livedUntil < now; ) {
    await liveOneStep(demoRows, { seed: input.seed, life, now });
    // Asked anew: somebody else may have been faster, with this step or with more.
    life = await demoRows.life(DEMO_SOURCE);
  }
  return { kind: "lived", since: began.livedUntil, until: now };
}

type Step = { readonly seed: number; readonly life: DemoLife; readonly now: Date };

async function liveOneStep(demoRows: LiveDemoDeps["demoRows"], { seed, life, now }: Step): Promise<void> {
  const { startedAt, customers, livedUntil: since } = life;
  const yearOn = daysAfter(since, MOST_DAYS_AT_ONCE);
  const until = yearOn < now ? yearOn : now;
  const contacts = await demoRows.contactsSince(DEMO_SOURCE, startedAt);
  const lived = demoSince({ seed, customers, startedAt, since, now: until, contacts });
  const files = lived.files.map((file) => ({ ...file, search: searchKeysOf(file.profile) }));
  await demoRows.liveOn({ source: DEMO_SOURCE, ...lived, files }, { since, until });
}
