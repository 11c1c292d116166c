import { decideJoin, type FileFigures, type JoinVerdict } from "./decide-join.ts";
import type { JoinFile } from "./join-file.ts";
import { jaroWinkler } from "./name-similarity.ts";

/** Two customers who may be one, the lower id first; of those who are joined, for whom they count. */
export type FoundPair = { readonly firstId: number; readonly secondId: number } & JoinVerdict;

/** So many customers with one key in common say nothing with it, and every pair of them would cost a look. Chosen. */
const MOST_OF_A_KEY = 40;
/** A word that more customers have is no key. Chosen. */
const MOST_OF_A_WORD = 12;
/** Neighbours looked at in the order of names, from the front and from the back: finds slips anywhere but in the middle of both. */
const NEIGHBOURS = 3;
/** Neighbours less alike than this are not compared further. */
const LIKE_CORES = 0.9;

/** How often words, names and domains occur among all customers. */
export function fileFigures(files: readonly JoinFile[]): FileFigures {
  const words = new Map<string, number>();
  const cores = new Map<string, number>();
  const domains = new Map<string, Map<string, number>>();
  for (const { names, domain, source } of files) {
    for (const word of new Set(names.flatMap(({ tokens }) => tokens))) count(words, word);
    for (const core of new Set(names.map(({ core }) => core))) count(cores, core);
    if (domain === null) continue;
    const bySource = domains.get(domain) ?? new Map<string, number>();
    domains.set(domain, bySource);
    count(bySource, source);
  }
  return {
    rarity: (word) => Math.log(1 + files.length / (words.get(word) ?? 1)),
    customersOfCore: (core) => cores.get(core) ?? 0,
    customersOfDomain: (domain) => Math.max(0, ...(domains.get(domain)?.values() ?? [])),
  };
}

const count = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Every pair that is worth a look, once: customers with a key in common (tax number, domain, address, an id, a whole name, a
 * rare word), and neighbours by name. No pair is looked at for being there, so the work grows with the customers.
 */
export function* candidatePairs(files: readonly JoinFile[]): Generator<Pair> {
  for (const pair of looks(files)) if (pair !== null) yield pair;
}

type Pair = readonly [JoinFile, JoinFile];

/** The same, with a null between where time went by without a pair. */
function* looks(files: readonly JoinFile[]): Generator<Pair | null> {
  const seen = new Set<number>();
  const isNew = (a: JoinFile, b: JoinFile) => {
    if (a.headId === b.headId) return false;
    const key = Math.min(a.id, b.id) * 2 ** 26 + Math.max(a.id, b.id);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  for (const block of blocksOf(files)) {
    if (block === null) yield null;
    for (const [place, a] of (block ?? []).entries())
      for (const b of (block ?? []).slice(place + 1)) if (isNew(a, b)) yield [a, b];
  }
  for (const pair of neighbours(files)) if (pair === null || isNew(...pair)) yield pair;
}

function* blocksOf(files: readonly JoinFile[]): Generator<readonly JoinFile[] | null> {
  const blocks = new Map<string, JoinFile[]>();
  for (const [place, file] of files.entries()) {
    if (place % FILES_A_TURN === 0) yield null;
    for (const key of keysOf(file)) {
      const block = blocks.get(key);
      if (block) block.push(file);
      else blocks.set(key, [file]);
    }
  }
  for (const [key, block] of blocks) {
    const most = key.startsWith("word ") ? MOST_OF_A_WORD : MOST_OF_A_KEY;
    if (block.length > 1 && block.length <= most) yield block;
  }
}

/** Some 20 ms. */
const FILES_A_TURN = 2_000;

function keysOf(file: JoinFile): Set<string> {
  const domains = [...file.emailDomains, ...(file.domain === null ? [] : [file.domain])];
  return new Set([
    ...file.taxIds.map(({ scheme, number }) => `tax ${scheme} ${number}`),
    ...domains.map((domain) => `domain ${domain}`),
    ...file.emails.map((email) => `email ${email}`),
    ...file.mapped.map(({ source, externalId }) => `id ${source} ${externalId}`),
    `id ${file.source.toLowerCase()} ${file.externalId}`,
    ...(/^(?=.*\d).{5,}$/.test(file.externalId) ? [`number ${file.externalId}`] : []),
    ...file.names.map(({ core }) => `name ${core}`),
    ...file.names.flatMap(({ tokens, weak }) =>
      tokens.flatMap((token) => (weak.has(token) || token.length < 2 ? [] : [`word ${token}`])),
    ),
  ]);
}

function* neighbours(files: readonly JoinFile[]): Generator<Pair | null> {
  for (const direction of ["front", "back"] as const) {
    const named = files
      .flatMap((file) => file.names.map(({ core }) => ({ file, core })))
      .filter(({ core }) => core.length > 3)
      .map(({ file, core }) => ({
        file,
        core,
        order: direction === "front" ? core : [...core].reverse().join(""),
      }))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.file.id - b.file.id));
    yield null;
    for (const [place, { file, core }] of named.entries()) {
      if (place % FILES_A_TURN === 0) yield null;
      for (const other of named.slice(place + 1, place + 1 + NEIGHBOURS))
        if (other.core !== core && jaroWinkler(core, other.core) >= LIKE_CORES) yield [file, other.file];
    }
  }
}

/**
 * Who may be one with whom, the surest first. It gives way after some thousand looks, since 100,000 customers take seconds.
 * @param giveWay lets others have their turn
 */
export async function findPairs(
  files: readonly JoinFile[],
  giveWay: () => Promise<void>,
): Promise<FoundPair[]> {
  const figures = fileFigures(files);
  const found = new Map<string, FoundPair>();
  let looked = 0;
  for (const pair of looks(files)) {
    looked += 1;
    if (pair === null || looked % LOOKS_A_TURN === 0) await giveWay();
    if (pair === null) continue;
    const [a, b] = pair;
    const verdict = decideJoin(a, b, figures);
    if (verdict.kind === "apart") continue;
    const ordered = inOrder(a, b, verdict);
    const key = `${ordered.firstId} ${ordered.secondId}`;
    if ((found.get(key)?.score ?? -1) < ordered.score) found.set(key, ordered);
  }
  return [...found.values()].sort(
    (a, b) => b.score - a.score || a.firstId - b.firstId || a.secondId - b.secondId,
  );
}

/** Some 20 ms. */
const LOOKS_A_TURN = 1_000;

function inOrder(a: JoinFile, b: JoinFile, verdict: JoinVerdict): FoundPair {
  if (a.headId < b.headId) return { firstId: a.headId, secondId: b.headId, ...verdict };
  const turned = ({ sign, first, second }: JoinVerdict["evidence"]["agrees"][number]) =>
    second === "" ? { sign, first, second } : { sign, first: second, second: first };
  const { agrees, differs } = verdict.evidence;
  const evidence = { agrees: agrees.map(turned), differs: differs.map(turned) };
  return { firstId: b.headId, secondId: a.headId, ...verdict, evidence };
}
