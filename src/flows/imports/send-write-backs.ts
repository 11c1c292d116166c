import { type Clock, MS_PER_MINUTE } from "../../domain/clock.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { SourceError } from "../../sources/pull/source-definition.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import type { DueWriteBack, WriteBackSetting, WriteBackStore } from "../../store/imports/write-backs.ts";
import { findDue, type ReadyFields, type ReadyToWriteBackDeps, readyFields } from "./ready-to-write-back.ts";
import { sourceFailure } from "./source-failure.ts";
import { type WriteBackTextsDeps, writeBackTexts } from "./write-back-texts.ts";

export type SendWriteBacksDeps = ReadyToWriteBackDeps &
  WriteBackTextsDeps & {
    readonly sources: Pick<SourcesStore, "find" | "keepFailure" | "forgetFailure">;
    readonly writeBacks: WriteBackStore;
    readonly clock: Clock;
  };

export type SentWriteBacks = {
  readonly source: string;
  readonly written: number;
  /** Not there any more in the system. */
  readonly notThere: number;
  /** Still to be written. */
  readonly left: number;
  /** Why nobody's is written, or not all; null: there is no reason. */
  readonly because: Phrase | null;
};

/** Under this name it is kept why nothing can be written into a source. */
export const WRITE_BACK = "write-back";

/** What is being written for so long is taken up again: its process died, and writing the same twice changes nothing. */
const CLAIM_MS = 15 * MS_PER_MINUTE;

/** Writes bands that have changed into every system where that is on. @param mostMs no further batch after so long */
export async function sendWriteBacks(
  deps: SendWriteBacksDeps,
  { mostMs }: { readonly mostMs: number },
): Promise<readonly SentWriteBacks[]> {
  const sent: SentWriteBacks[] = [];
  for (const setting of await deps.writeBacks.on()) {
    try {
      sent.push(await writeInto(deps, setting, mostMs));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const because = await keepFailure(deps, setting.source, sourceFailure(error));
      sent.push({ source: setting.source, written: 0, notThere: 0, left: 0, because });
    }
  }
  return sent;
}

async function writeInto(
  deps: SendWriteBacksDeps,
  setting: WriteBackSetting,
  mostMs: number,
): Promise<SentWriteBacks> {
  const now = deps.clock();
  const { source: name } = setting;
  const none = { source: name, written: 0, notThere: 0, left: 0 };
  const { due, because } = await findDue(deps, name, now);
  const source = await deps.sources.find(name);
  if (source === null || due.length === 0) return { ...none, because };
  const ready = await readyFields(deps.systems, source, setting.fields, now);
  if (ready.kind === "unready")
    return { ...none, left: due.length, because: await keepFailure(deps, name, ready.problem) };
  const counts = { written: 0, notThere: 0 };
  const { atOnce } = ready.writeBack;
  let from = 0;
  for (; from < due.length && deps.clock().getTime() - now.getTime() < mostMs; from += atOnce) {
    const failure = await writeBatch(deps, setting, ready, due.slice(from, from + atOnce), counts);
    if (failure === null) continue;
    const left = due.length - counts.written - counts.notThere;
    return { source: name, ...counts, left, because: await keepFailure(deps, name, failure) };
  }
  await deps.sources.forgetFailure(name, WRITE_BACK);
  return { source: name, ...counts, left: Math.max(0, due.length - from), because: null };
}

/** Claimed, then written, then settled. @returns why it could not be written; null: it was */
async function writeBatch(
  deps: SendWriteBacksDeps,
  { source, fields }: WriteBackSetting,
  { writeBack, connection }: ReadyFields,
  due: readonly DueWriteBack[],
  counts: { written: number; notThere: number },
): Promise<Phrase | null> {
  const now = deps.clock();
  const texts = await writeBackTexts(deps, fields, due, now);
  const claim = { source, now, until: new Date(now.getTime() + CLAIM_MS) };
  const told = new Set(texts.map(({ customerId }) => customerId));
  const mine = await deps.writeBacks.claim(
    claim,
    due.filter(({ customerId }) => told.has(customerId)),
  );
  const own = texts.filter(({ customerId }) => mine.has(customerId));
  if (own.length === 0) return null;
  try {
    const there = await writeBack.write({ ...connection, now }, own);
    const [written, notThere] = [true, false].map((is) =>
      own.flatMap(({ customerId, externalId }) => (there.has(externalId) === is ? [customerId] : [])),
    );
    counts.written += await deps.writeBacks.settle(claim, "written", written ?? [], deps.clock());
    counts.notThere += await deps.writeBacks.settle(claim, "not-there", notThere ?? [], deps.clock());
    return null;
  } catch (error) {
    await deps.writeBacks.release(claim, [...mine]);
    if (!(error instanceof SourceError)) throw error;
    return sourceFailure(error);
  }
}

async function keepFailure(deps: SendWriteBacksDeps, source: string, failure: Phrase): Promise<Phrase> {
  await deps.sources.keepFailure(source, WRITE_BACK, failure, deps.clock());
  return failure;
}
