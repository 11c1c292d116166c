import { maySeeMoney, type Place, type Reader } from "../access.ts";
import type { Day } from "../calendar.ts";
import type { Member } from "../customer.ts";
import { type CrmLink, crmLink } from "../customers/crm-link.ts";
import type { Money } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import { roughness } from "../risk/scores/card-risk.ts";
import type { ScoreBasis } from "../risk/scores/score-basis.ts";
import type { StoppedData } from "../risk/scores/stopped-data.ts";
import { byStake, type Stake, type StakeRanking, type Stakes } from "../value/stake.ts";
import type { ValueAtRisk } from "../value/value-at-risk.ts";
import { cardSuggestion } from "./card-suggestion.ts";
import type { Facts } from "./facts.ts";
import type { OverrideSays } from "./overrides/override.ts";
import { ownerGap } from "./owner-gap.ts";
import { ADVICE_NEEDS, evaluatePlaybooks } from "./playbooks/evaluate.ts";
import type { NewSuggestion } from "./suggestion.ts";

/** Whose customers at high risk are listed. */
export type AtRiskScope =
  | { readonly kind: "mine" }
  | { readonly kind: "team" }
  /** A segment as the customer file names it. */
  | { readonly kind: "segment"; readonly segment: string };

/** A rep's own unless they ask for more; whoever steers sees the team's. */
export const usualScope = ({ role }: Pick<Member, "role">): AtRiskScope => ({
  kind: role === "rep" ? "mine" : "team",
});

/** What was last done about a customer since the risk became high. */
export type Acted = {
  readonly how: "touched" | "reached_out" | "snoozed" | "not_useful";
  /** Null where nobody knows who it was, as with a contact that was imported. */
  readonly byName: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

/** What is told of a customer at high risk, as plain data. */
export type AtRiskCustomer = {
  readonly customerId: number;
  readonly name: string;
  /** P(leaving within the horizon), 0–1. */
  readonly probability: number;
  readonly bounds: Bounds | null;
  /** Too few were rated alike to tell whether the figure is right. */
  readonly isRough?: true;
  /** The year's margin expected to be lost. */
  readonly stake:
    | { readonly kind: "known"; readonly money: Money }
    | { readonly kind: "unknown" }
    /** It is not for whoever reads this here. */
    | { readonly kind: "hidden" };
  /** Whose customer it is, or why they need an owner. */
  readonly owner: Phrase;
  readonly renewsOn: Day | null;
  /** What to do next, until when to wait with it, or why there is nothing to do. */
  readonly step: Phrase;
  /** ISO 8601 in UTC, while they are snoozed: its day is its reader's. */
  readonly snoozedUntil?: string;
  /** What a member knows better; left out where nobody does. */
  readonly override?: { readonly says: OverrideSays; readonly byName: string | null; readonly until: string };
  /** Nobody is to contact them. */
  readonly isQuiet?: true;
  /** Null: nobody acted yet. */
  readonly acted: Acted | null;
  /** Their record in the CRM; absent in messages kept before it was told. */
  readonly crm?: CrmLink | null;
};

/** What a line of the list is made of. */
export const AT_RISK_NEEDS = ["owner", "score", ...ADVICE_NEEDS] as const;
export type AtRiskFacts = Facts<(typeof AT_RISK_NEEDS)[number]>;

type Known = {
  readonly stake: Stake | undefined;
  readonly acted: Acted | null;
  /** Whether the workspace's list of people was ever read: else an owner who is not known may well be there. */
  readonly isTeamKnown: boolean;
  readonly now: Date;
};

/** A customer as they stand on the list; null where nothing is known of their risk any more. */
export function atRiskCustomer(
  facts: AtRiskFacts,
  { stake, acted, isTeamKnown, now }: Known,
  reader: Reader,
  place: Place,
): AtRiskCustomer | null {
  const { customer, score } = facts;
  if (score === null || score.probability === null) return null;
  return {
    customerId: customer.id,
    name: customer.name,
    probability: score.probability,
    bounds: score.bounds,
    ...roughness(score),
    stake: maySeeMoney(reader, customer, place) ? shownStake(stake) : { kind: "hidden" },
    owner: ownerPhrase(facts, isTeamKnown),
    renewsOn: customer.renewsOn,
    step: nextStep(facts, now),
    ...runningSnooze(facts, now),
    ...decided(facts),
    acted,
    crm: crmLink(customer.attributes),
  };
}

const shownStake = (stake: Stake | undefined): AtRiskCustomer["stake"] =>
  stake?.kind === "known" ? { kind: "known", money: stake.money } : { kind: "unknown" };

function ownerPhrase({ customer, owner }: AtRiskFacts, isTeamKnown: boolean): Phrase {
  const name = owner?.name ?? customer.ownerEmail;
  const gap = owner === null && name !== null && !isTeamKnown ? null : ownerGap(customer.ownerEmail, owner);
  return gap ?? phrase("at-risk.owner", { name: name ?? "" });
}

/** The card's advice in a line. */
export function nextStep(facts: AtRiskFacts, now: Date): Phrase {
  const { advice } = evaluatePlaybooks(facts, now, "card");
  switch (advice.kind) {
    case "act":
      return advice.action;
    case "wait":
      return phrase("at-risk.wait", { until: { day: advice.until }, action: advice.action });
    case "nothing":
      return advice.because;
  }
}

/** What colleagues decided about them. */
function decided({ override, doNotDisturb }: AtRiskFacts): Pick<AtRiskCustomer, "override" | "isQuiet"> {
  return {
    ...(override === null
      ? {}
      : {
          override: {
            says: override.says,
            byName: override.byName,
            until: override.until.toISOString(),
          },
        }),
    ...(doNotDisturb?.every ? { isQuiet: true } : {}),
  };
}

function runningSnooze(
  { customer: { snoozedUntil } }: AtRiskFacts,
  now: Date,
): Pick<AtRiskCustomer, "snoozedUntil"> {
  return snoozedUntil !== null && snoozedUntil > now ? { snoozedUntil: snoozedUntil.toISOString() } : {};
}

/** What the list suggests about a customer, to be kept as a card's advice is; null where there is nothing to do. */
export function suggestionOnList(
  facts: AtRiskFacts,
  { slackUserId }: Pick<Member, "slackUserId">,
  now: Date,
): NewSuggestion | null {
  const { advice } = evaluatePlaybooks(facts, now, "card");
  const about = { customerId: facts.customer.id, probability: facts.score?.probability ?? null };
  return cardSuggestion(advice, { ...about, memberId: slackUserId, createdAt: now });
}

export type RankedAtRisk = { readonly customerId: number; readonly probability: number | null };

/** Lines on a page: what one reads before the first call. Chosen by the product. */
export const AT_RISK_PER_PAGE = 10;

export type PageOf<Item> = {
  readonly items: readonly Item[];
  /** From 0 on. */
  readonly page: number;
  readonly pages: number;
  readonly inAll: number;
};

/** A page of a list, the last one where the list has become shorter meanwhile. */
export function pageOf<Item>(list: readonly Item[], wanted: number, perPage: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { items: list.slice(page * perPage, (page + 1) * perPage), page, pages, inAll: list.length };
}

/** Most at stake first; see `byStake`. */
export const mostAtStakeFirst = <Point extends RankedAtRisk>(points: readonly Point[], stakes: Stakes) =>
  [...points].sort(byStake(stakes));

/** Whether all stakes of a scope are for the reader: to a rep an amount over others' customers would tell theirs. */
export const mayAddUp = ({ role }: Pick<Member, "role">, scope: AtRiskScope): boolean =>
  role !== "rep" || scope.kind === "mine";

/** Why nobody is listed. */
export type NobodyAtRisk =
  | "no-email"
  | "no-accounts"
  | "no-customers"
  | "not-scored"
  | "no-signal"
  | "none-at-risk";

/** The list as it is answered. */
export type AtRiskList =
  | (Omit<PageOf<never>, "items"> & {
      readonly kind: "page";
      readonly scope: AtRiskScope;
      readonly items: ReadonlyArray<{
        readonly customer: AtRiskCustomer;
        /** What "Reached out" answers; null where nothing is suggested. */
        readonly suggestionKey: string | null;
      }>;
      /** Null: not for the reader. */
      readonly valueAtRisk: ValueAtRisk | null;
      readonly ranking: StakeRanking;
      readonly basis: ScoreBasis;
      /** Sources that send no more: the risks of their customers are as of then; null: none. */
      readonly stopped: StoppedData | null;
      /** Buyers of the scope who have been silent for so long that no figure counts them. */
      readonly silent: number;
    })
  | {
      readonly kind: "nobody";
      readonly scope: AtRiskScope;
      readonly because: NobodyAtRisk;
      readonly silent: number;
    }
  | { readonly kind: "unknown-segment"; readonly typed: string; readonly segments: readonly string[] };
