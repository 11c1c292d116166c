import { gathering } from "../../domain/gathering.ts";
import type { FactKey, Facts } from "../../domain/outreach/facts.ts";
import { evenIfStopped } from "../database/stoppable.ts";

type Read<Key extends FactKey> = (
  keys: readonly Key[],
  customerIds: readonly number[],
  now: Date,
) => Promise<ReadonlyMap<number, Facts<Key>>>;

type Asked = { readonly customerId: number; readonly now: Date };
type Gathered<Key extends FactKey> = (asked: Asked) => Promise<Facts<Key> | undefined>;

/** Chosen: ten take the embedded database 17 ms, where one alone takes 7, and nobody waits longer behind them. */
export const MOST_TOGETHER = 10;
/** Chosen: those who asked within so long of each other are told what is so at the later moment. */
const TOGETHER_MS = 1_000;

/** Reads facts of one customer, together with the same of others that are asked for while some are being read. */
export function factsOfOne<Key extends FactKey>(read: Read<Key>) {
  const gatheredOf = new Map<string, Gathered<Key>>();
  return (keys: readonly Key[], customerId: number, now: Date): Promise<Facts<Key> | undefined> => {
    const which = keys.join();
    const ofThese = gatheredOf.get(which) ?? gathered(read, keys);
    gatheredOf.set(which, ofThese);
    return ofThese({ customerId, now });
  };
}

const gathered = <Key extends FactKey>(read: Read<Key>, keys: readonly Key[]): Gathered<Key> =>
  gathering({
    work: (asked: readonly Asked[]) => evenIfStopped(() => readTogether(read, keys, asked)),
    // Whoever asks again meanwhile is told what has been done since.
    keyOf: ({ customerId }) => customerId,
    mostAtOnce: MOST_TOGETHER,
  });

/** As of the latest moment that any of them asked for; where the clock was moved in between, each by themselves. */
async function readTogether<Key extends FactKey>(
  read: Read<Key>,
  keys: readonly Key[],
  asked: readonly Asked[],
) {
  const latest = new Date(Math.max(...asked.map(({ now }) => now.getTime())));
  const isTogether = ({ now }: Asked) => latest.getTime() - now.getTime() < TOGETHER_MS;
  const ids = asked.filter(isTogether).map(({ customerId }) => customerId);
  const apart = asked.filter((one) => !isTogether(one));
  const found = await Promise.all([
    read(keys, ids, latest),
    ...apart.map(({ customerId, now }) => read(keys, [customerId], now)),
  ]);
  const all = new Map(found.flatMap((some) => [...some]));
  return asked.map(({ customerId }) => all.get(customerId));
}
