import type { Day } from "../../calendar.ts";
import { FEASTS, type Feast } from "../../feasts.ts";
import type { Parameter, Phrase } from "../../phrase.ts";
import type { Facts } from "../facts.ts";
import { dayOf } from "../playbooks/days.ts";
import { inForce } from "../playbooks/in-force.ts";
import type { Playbook } from "../playbooks/playbook.ts";
import { PLAYBOOKS, type PlaybookNeed } from "../playbooks/playbooks.ts";
import type { Suggestion, SuggestionKind } from "../suggestion.ts";

/** What a draft can say: names, references and days, nothing that was worked out about a customer. Null: not known. */
export type DraftFacts = {
  readonly contact: string | null;
  readonly customer: string | null;
  readonly sender: string | null;
  readonly company: string | null;
  readonly renewal: Day | null;
  readonly ticket: string | null;
  readonly days: number | null;
  readonly product: string | null;
  readonly tier: string | null;
  readonly event: string | null;
  readonly holiday: Feast | null;
  readonly years: number | null;
};

/** A playbook's case as a draft sees it. */
export type DraftCase = {
  readonly playbook: string;
  readonly parameters: Phrase["parameters"];
  /** What called for it is still so. */
  readonly isDue: boolean;
};

/** What a draft is made of, besides the contact's file. */
export type DraftNeeds = Facts<PlaybookNeed | "contact" | "solvedTicket">;

/** Days of a reason go stale; names do not. */
const STALE: readonly string[] = ["days", "silent", "years"];

/**
 * The case that a draft is for, by what is so now; where its playbook no longer applies, by the names that were kept with the
 * suggestion.
 * @param kept the suggestion that was answered by opening the draft; null: there is none
 */
export function draftCase(
  facts: Facts<PlaybookNeed>,
  now: Date,
  playbook: string,
  kept: Pick<Suggestion, "kind" | "action" | "reason"> | null,
): DraftCase {
  const kind: SuggestionKind = kept?.kind ?? "card";
  const rule = PLAYBOOKS.find(({ key }) => key === playbook) as Playbook<PlaybookNeed> | undefined;
  const due = rule?.eligible(facts, now, kind, inForce(rule, facts.playbookSettings).numbers) ?? null;
  if (due !== null)
    return { playbook, parameters: { ...due.reason.parameters, ...due.action.parameters }, isDue: true };
  const names = Object.entries({ ...kept?.reason.parameters, ...kept?.action.parameters });
  return {
    playbook,
    parameters: Object.fromEntries(names.filter(([name]) => !STALE.includes(name))),
    // Checking in is for where nothing else can be said: nothing calls for it.
    isDue: rule?.priority === "last",
  };
}

/** What is known for the placeholders of a draft. */
export function draftFacts(
  { playbook, parameters }: DraftCase,
  { customer, contact, solvedTicket }: DraftNeeds,
  { sender, company, now }: { readonly sender: string; readonly company: string | null; readonly now: Date },
): DraftFacts {
  const days = countOf(parameters.days) ?? countOf(parameters.silent);
  return {
    // Whoever has a birthday is written to, whoever else could be.
    contact: (playbook === "congratulate" ? textOf(parameters.name) : null) ?? contact?.name ?? null,
    // Of whom nothing but the number is known has no name to be written with.
    customer: customer.knownFromActivities ? null : customer.name,
    sender,
    company,
    renewal: customer.renewsOn !== null && customer.renewsOn >= dayOf(now) ? customer.renewsOn : null,
    ticket:
      textOf(parameters.reference) ?? (playbook === "confirm-fix" ? (solvedTicket?.reference ?? null) : null),
    days,
    product: textOf(parameters.product),
    tier: textOf(parameters.tier),
    event: textOf(parameters.event),
    holiday: FEASTS.find((feast) => feast === parameters.feast) ?? null,
    years: countOf(parameters.years),
  };
}

const textOf = (value: Parameter | undefined): string | null => (typeof value === "string" ? value : null);

/** "0 days ago" is said by leaving it out. */
const countOf = (value: Parameter | undefined): number | null =>
  typeof value === "number" && value > 0 ? value : null;
