import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { SourceError } from "../../sources/pull/source-definition.ts";
import type { SourceHook } from "../../sources/pull/source-hook.ts";
import type { ClaimedDelivery, HookDeliveriesStore } from "../../store/imports/hook-deliveries.ts";
import type { KeptSource, KeptStream } from "../../store/imports/sources.ts";
import { type PulledSource, type PullSourceDeps, pullSource } from "./pull-source.ts";
import { CLAIM_MS } from "./pull-stream.ts";
import { sourceFailure } from "./source-failure.ts";
import { writeToldRecords } from "./write-told-records.ts";

export type WorkDeliveriesDeps = PullSourceDeps & { readonly hookDeliveries: HookDeliveriesStore };

/** What working on deliveries came to. */
export type WorkedDeliveries = { done: number; failed: number; givenUp: number };

type Hook<Tells> = Extract<SourceHook, { readonly tells: Tells }>;
type Work = {
  readonly deps: WorkDeliveriesDeps;
  readonly source: KeptSource;
  /** Whether what is given up is lost: a change is brought by the next pull in any case. */
  readonly loses: boolean;
  readonly worked: WorkedDeliveries;
};

/** Each may be 1 MB: held in memory at once. */
const AT_ONCE = 50;
/** Of one source before others have their turn; the next tick goes on. */
const MOST_BATCHES = 20;
/** After 1, 2, 4 … 64 minutes: two hours, in which a system or a database comes back. Chosen. */
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = MS_PER_MINUTE;
/** Asked again where another pull of the system is under way, or this one was not done in time. */
const BUSY_MS = MS_PER_MINUTE / 2;
/**
 * A list is pulled no more often, so that many deliveries in a row are one pull: Zendesk answers ten such requests a minute.
 * Chosen.
 */
const PULL_GAP_MS = MS_PER_MINUTE / 2;
/** Deliveries of other sources wait no longer than this and a page; the next turn goes on. Chosen. */
const MOST_PULL_MS = MS_PER_MINUTE;

/** Under this name it is kept that deliveries of a source were given up. */
export const DELIVERIES = "deliveries";

/** Works off what systems delivered, source by source, each in the order of arrival. */
export async function workDeliveries(deps: WorkDeliveriesDeps): Promise<WorkedDeliveries> {
  const worked: WorkedDeliveries = { done: 0, failed: 0, givenUp: 0 };
  for (const name of await deps.hookDeliveries.sourcesDue(deps.clock())) {
    const source = await deps.sources.find(name);
    const hook = source && deps.systems.definitions[source.kind]?.hook;
    if (!source || !hook) continue;
    const work = { deps, source, worked, loses: hook.tells === "records" };
    if (hook.tells === "changes") await inBatches(work, (claimed) => pullChanges(work, hook, claimed));
    else await writeRecords(work, hook);
  }
  return worked;
}

async function inBatches(
  work: Work,
  workOn: (claimed: readonly ClaimedDelivery[]) => Promise<void>,
): Promise<void> {
  const { deps, source } = work;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const now = deps.clock();
    const until = new Date(now.getTime() + CLAIM_MS);
    const claimed = await deps.hookDeliveries.claim(source.name, now, until, AT_ONCE);
    if (claimed.length === 0) return;
    const [tried, untried] = [claimed.filter(mayBeTried), claimed.filter((one) => !mayBeTried(one))];
    for (const one of untried) await giveUp(work, one, phrase("source.delivery.stopped"));
    if (tried.length > 0) await workOn(tried);
  }
}

/** One that ends the process each time never fails: its attempts are counted all the same. */
const mayBeTried = ({ attempt }: ClaimedDelivery) => attempt <= MOST_ATTEMPTS;

/** Pulls once what all of them tell of; lists that were never pulled are left to the first pull, which may take hours. */
async function pullChanges(
  work: Work,
  hook: Hook<"changes">,
  claimed: readonly ClaimedDelivery[],
): Promise<void> {
  const { deps, source } = work;
  const told = await readEach(work, claimed, async (delivery) => hook.streamsIn(delivery));
  const begun = (await deps.sources.streams(source.name)).filter(({ cursor }) => cursor !== null);
  const wanted = new Set(told.flatMap(({ value }) => value));
  const due = begun.filter(({ stream }) => wanted.has(stream));
  const deliveries = told.map(({ delivery }) => delivery);
  if (due.length === 0) return settle(work, deliveries);
  const rest = restUntil(due);
  if (rest > deps.clock()) return deps.hookDeliveries.putBack(deliveries, rest);
  const streams = due.map(({ stream }) => stream);
  const pulled = await pullSource(deps, { name: source.name, streams, mostMs: MOST_PULL_MS });
  const failure = failureIn(pulled);
  if (failure !== null) for (const delivery of deliveries) await fail(work, delivery, failure);
  else if (isWhole(pulled)) await settle(work, deliveries);
  else await deps.hookDeliveries.putBack(deliveries, new Date(deps.clock().getTime() + BUSY_MS));
}

const restUntil = (due: readonly KeptStream[]): Date =>
  new Date(Math.max(...due.map(({ pulledAt }) => (pulledAt?.getTime() ?? 0) + PULL_GAP_MS)));

function failureIn(pulled: PulledSource): Phrase | null {
  if (pulled.kind === "unready") return pulled.problems[0] ?? null;
  if (pulled.kind !== "pulled") return null;
  return pulled.streams.find(({ failure }) => failure !== null)?.failure ?? null;
}

const isWhole = (pulled: PulledSource): boolean =>
  pulled.kind === "pulled" && pulled.streams.every((stream) => stream.isWhole);

/** The source is held meanwhile, so that two machines do not write versions of one record in the wrong order. */
async function writeRecords(work: Work, hook: Hook<"records">): Promise<void> {
  const { deps, source } = work;
  const since = deps.clock();
  const claim = { source: source.name, since };
  if (!(await deps.sources.claim(claim, new Date(since.getTime() + CLAIM_MS)))) return;
  try {
    await inBatches(work, async (claimed) => {
      const told = await readEach(work, claimed, (delivery) => hook.recordsIn(delivery));
      try {
        await writeToldRecords(
          deps,
          source,
          claim,
          told.flatMap(({ value }) => value),
        );
        await settle(
          work,
          told.map(({ delivery }) => delivery),
        );
      } catch {
        // One of them keeps all from being written: alone, it fails alone.
        for (const { delivery, value } of told)
          await trying(work, delivery, () => writeToldRecords(deps, source, claim, value));
      }
    });
  } finally {
    await deps.sources.release(claim);
  }
}

type Read<Value> = { readonly delivery: ClaimedDelivery; readonly value: Value };

/** What each of them says; one that cannot be read fails alone. */
async function readEach<Value>(
  work: Work,
  claimed: readonly ClaimedDelivery[],
  read: (delivery: ClaimedDelivery & { readonly settings: KeptSource["settings"] }) => Promise<Value>,
): Promise<ReadonlyArray<Read<Value>>> {
  const told: Read<Value>[] = [];
  for (const delivery of claimed) {
    try {
      told.push({ delivery, value: await read({ ...delivery, settings: work.source.settings }) });
    } catch (error) {
      await fail(work, delivery, failureOf(error));
    }
  }
  return told;
}

async function trying(work: Work, delivery: ClaimedDelivery, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    return fail(work, delivery, failureOf(error));
  }
  await settle(work, [delivery]);
}

async function settle({ deps, worked }: Work, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  await deps.hookDeliveries.settle(deliveries, deps.clock());
  worked.done += deliveries.length;
}

async function fail(work: Work, delivery: ClaimedDelivery, failure: Phrase): Promise<void> {
  const { deps, worked } = work;
  if (delivery.attempt >= MOST_ATTEMPTS) return giveUp(work, delivery, failure);
  const now = deps.clock();
  const retryAt = new Date(now.getTime() + FIRST_WAIT_MS * 2 ** (delivery.attempt - 1));
  await deps.hookDeliveries.fail(delivery, failure, retryAt, now);
  worked.failed += 1;
}

/** What is lost is told with what else fails of the source, until somebody tries it again or drops it. */
async function giveUp(
  { deps, source, loses, worked }: Work,
  delivery: ClaimedDelivery,
  problem: Phrase,
): Promise<void> {
  const now = deps.clock();
  await deps.hookDeliveries.fail(delivery, problem, null, now);
  worked.givenUp += 1;
  if (!loses) return;
  const { givenUp: deliveries } = await deps.hookDeliveries.counts(source.name);
  await deps.sources.keepFailure(
    source.name,
    DELIVERIES,
    phrase("source.deliveries-lost", { deliveries, problem }),
    now,
  );
}

/** Never the error's own words: a database repeats what it was given. */
function failureOf(error: unknown): Phrase {
  if (error instanceof SourceError) return sourceFailure(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  return phrase("source.delivery.unwritable", { code: code === "" ? "none" : code });
}
