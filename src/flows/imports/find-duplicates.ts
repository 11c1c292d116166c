import { setImmediate } from "node:timers/promises";
import { type Clock, MS_PER_MINUTE } from "../../domain/clock.ts";
import { type FoundPair, findPairs } from "../../domain/customers/joins/join-candidates.ts";
import { type JoinFile, type JoinRow, joinFile } from "../../domain/customers/joins/join-file.ts";
import { BY_ITSELF } from "../../domain/customers/joins/listed-pair.ts";
import type { CustomerJoinStore } from "../../store/imports/customer-joins.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type FindDuplicatesDeps = {
  readonly customerPairs: Pick<
    CustomerPairStore,
    "visitFiles" | "keep" | "certain" | "decide" | "changedSince"
  >;
  readonly customerJoins: Pick<CustomerJoinStore, "join">;
  readonly clock: Clock;
};

export type FoundDuplicates = {
  readonly customers: number;
  /** Certain pairs that are one now. */
  readonly joined: number;
  /** Questions that stand open. */
  readonly proposed: number;
  /** Certain pairs that closed books or spent points hold as two: asked, not joined. */
  readonly refused: number;
};

/** More questions than these are never worked off; the surest are kept. Chosen. */
const MOST_QUESTIONS = 2_000;
/** In one run; the rest come with the next. Every writer waits for each for some milliseconds. */
const MOST_JOINS = 1_000;

/**
 * Looks through all customers for those who are one, joins what is certain, and keeps what is doubtful as a question.
 * @param request.changedWithinMinutes does nothing where no customer was added or changed so lately; left out: looks in any case
 */
export async function findDuplicates(
  { customerPairs, customerJoins, clock }: FindDuplicatesDeps,
  { changedWithinMinutes }: { readonly changedWithinMinutes?: number } = {},
): Promise<FoundDuplicates | null> {
  if (changedWithinMinutes !== undefined) {
    const since = new Date(clock().getTime() - changedWithinMinutes * MS_PER_MINUTE);
    if (!(await customerPairs.changedSince(since))) return null;
  }
  const files = await readFiles(customerPairs);
  const pairs = await findPairs(files, () => setImmediate());
  const at = clock();
  await customerPairs.keep(worthKeeping(pairs), at);
  let joined = 0;
  let refused = 0;
  for (const { firstId, secondId, why } of await customerPairs.certain(MOST_JOINS)) {
    const pair = { firstId, secondId, by: BY_ITSELF, at };
    const done = await customerJoins.join({ ...pair, why });
    if (done.kind === "joined" || done.kind === "already") await customerPairs.decide(pair, "joined", why);
    if (done.kind === "joined") joined += 1;
    if (done.kind === "closed" || done.kind === "points") refused += 1;
  }
  const proposed = pairs.filter(({ kind }) => kind === "propose").length;
  return { customers: files.length, joined, proposed, refused };
}

async function readFiles(customerPairs: Pick<CustomerPairStore, "visitFiles">): Promise<JoinFile[]> {
  const rows: JoinRow[] = [];
  await customerPairs.visitFiles((row) => void rows.push(row));
  const sources = new Set(rows.map(({ source }) => source.toLowerCase()));
  // With one system there is nothing to join, but twins in it may be told.
  const files: JoinFile[] = [];
  for (const [place, row] of rows.entries()) {
    files.push(joinFile(row, sources));
    if (place % ROWS_A_TURN === 0) await setImmediate();
  }
  return files;
}

/** Some 20 ms. */
const ROWS_A_TURN = 1_000;

function worthKeeping(pairs: readonly FoundPair[]): FoundPair[] {
  const questions = pairs.filter(({ kind }) => kind === "propose").slice(0, MOST_QUESTIONS);
  return [...pairs.filter(({ kind }) => kind === "certain"), ...questions];
}
