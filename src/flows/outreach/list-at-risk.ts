import type { Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import {
  AT_RISK_PER_PAGE,
  type AtRiskList,
  type AtRiskScope,
  mayAddUp,
  mostAtStakeFirst,
  type NobodyAtRisk,
  pageOf,
  type RankedAtRisk,
  suggestionOnList,
  usualScope,
} from "../../domain/outreach/at-risk.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { ScoreBasis } from "../../domain/risk/scores/score-basis.ts";
import { stakeRanking } from "../../domain/value/stake.ts";
import { valueAtRisk } from "../../domain/value/value-at-risk.ts";
import type { UncountedCustomerStore } from "../../store/figures/uncounted-customers.ts";
import type { AtRiskStore, Whose } from "../../store/outreach/at-risk.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";
import { type DescribeAtRiskDeps, describeAtRisk } from "./describe-at-risk.ts";

export type ListAtRiskDeps = DescribeAtRiskDeps &
  NoteMoneyReadDeps &
  FindRestingSourcesDeps &
  ReadStakesDeps & {
    readonly atRisk: AtRiskStore;
    readonly scoreBasis: ScoreBasisStore;
    readonly uncounted: Pick<UncountedCustomerStore, "silent">;
    readonly clock: Clock;
  };

export type AtRiskQuestion = {
  readonly reader: Member;
  /** Who reads it: left out, the reader alone. Everyone sees no amount that not everyone may see, and is advised nothing. */
  readonly audience?: "member" | "everyone";
  readonly place: Place;
  /** Null: the reader's usual one. */
  readonly scope: AtRiskScope | null;
  /** From 0 on; one past the end is the last. */
  readonly page: number;
  /** Left out: as many as a message holds. */
  readonly perPage?: number;
};

export type ListedAtRisk = {
  readonly list: AtRiskList;
  /** What the page suggests, to be kept once it is shown. */
  readonly suggestions: readonly NewSuggestion[];
  readonly now: Date;
};

/** A page of everybody at high risk, most at stake first, as its reader may see it; or why there is nobody on it. */
export async function listAtRisk(deps: ListAtRiskDeps, question: AtRiskQuestion): Promise<ListedAtRisk> {
  const now = deps.clock();
  const found = await findAtRisk(deps, question, now);
  if (found.kind !== "found") return { list: found, suggestions: [], now };
  return { ...(await readPage(deps, question, found, now)), now };
}

type Found = {
  readonly kind: "found";
  readonly scope: AtRiskScope;
  readonly all: readonly RankedAtRisk[];
  readonly basis: ScoreBasis;
  readonly silent: number;
};

async function findAtRisk(
  deps: ListAtRiskDeps,
  question: AtRiskQuestion,
  now: Date,
): Promise<Found | Exclude<AtRiskList, { kind: "page" }>> {
  const { reader } = question;
  const scope = await scopeOf(deps, question);
  if ("typed" in scope) {
    const segments = await deps.atRisk.segments(MOST_SEGMENTS);
    return { kind: "unknown-segment", typed: scope.typed, segments };
  }
  const whose = whoseIn(scope, reader);
  const silent = await deps.uncounted.silent(whose, now);
  const nobody = (because: NobodyAtRisk) => ({ kind: "nobody" as const, scope, because, silent });
  const because = await whyNobody(deps, { scope, reader }, now);
  if (because !== null) return nobody(because);
  const basis = await deps.scoreBasis.newest(now);
  if (basis === null) return nobody("not-scored");
  if (basis.serves === "constant") return nobody("no-signal");
  const all = await deps.atRisk.customers(whose, now);
  return all.length === 0 ? nobody("none-at-risk") : { kind: "found", scope, all, basis, silent };
}

async function readPage(
  deps: ListAtRiskDeps,
  { reader, audience = "member", place, page, perPage = AT_RISK_PER_PAGE }: AtRiskQuestion,
  { scope, all, basis, silent }: Found,
  now: Date,
): Promise<Omit<ListedAtRisk, "now">> {
  const stakes = await readStakes(deps, now, idsOf(all));
  const { items: ranked, ...paged } = pageOf(mostAtStakeFirst(all, stakes), page, perPage);
  const isOnes = audience === "member";
  const reading = { customerIds: idsOf(ranked), stakes, reader: isOnes ? reader : audience, place };
  const described = await describeAtRisk(deps, reading, now);
  const shown = described.flatMap(({ customer }) =>
    customer.stake.kind === "known" ? [customer.customerId] : [],
  );
  if (isOnes) await noteMoneyRead(deps, { reader, surface: "at-risk", customerIds: shown, at: now });
  const rows = described.map(({ customer, facts }) => ({
    customer,
    suggestion: isOnes ? suggestionOnList(facts, reader, now) : null,
  }));
  const items = rows.map(({ customer, suggestion }) => ({
    customer,
    suggestionKey: suggestion?.key ?? null,
  }));
  const inAll = isOnes && mayAddUp(reader, scope) ? valueAtRisk(idsOf(all), stakes) : null;
  const ranking = stakeRanking(idsOf(all), stakes);
  const { stopped } = await findRestingSources(deps, now);
  return {
    list: { kind: "page", scope, ...paged, items, valueAtRisk: inAll, ranking, basis, stopped, silent },
    suggestions: rows.flatMap(({ suggestion }) => suggestion ?? []),
  };
}

const idsOf = (customers: readonly RankedAtRisk[]) => customers.map(({ customerId }) => customerId);

/** Segments that are named where one is not known: as many as one reads. Chosen by the product. */
const MOST_SEGMENTS = 20;

async function scopeOf(
  { atRisk }: ListAtRiskDeps,
  { scope, reader }: AtRiskQuestion,
): Promise<AtRiskScope | { readonly typed: string }> {
  if (scope === null) return usualScope(reader);
  if (scope.kind !== "segment") return scope;
  const segment = await atRisk.segmentCalled(scope.segment);
  return segment === null ? { typed: scope.segment } : { kind: "segment", segment };
}

const whoseIn = (scope: AtRiskScope, { email }: Member): Whose => ({
  ownerEmail: scope.kind === "mine" ? email : null,
  segment: scope.kind === "segment" ? scope.segment : null,
});

/** Why nobody could be on the list, whatever their risk; null: somebody could. */
async function whyNobody(
  { atRisk }: ListAtRiskDeps,
  { scope, reader }: { readonly scope: AtRiskScope; readonly reader: Member },
  now: Date,
): Promise<NobodyAtRisk | null> {
  if (scope.kind === "mine" && reader.email === null) return "no-email";
  if (scope.kind === "mine") return (await atRisk.running(reader.email, now)) === 0 ? "no-accounts" : null;
  return (await atRisk.running(null, now)) === 0 ? "no-customers" : null;
}
