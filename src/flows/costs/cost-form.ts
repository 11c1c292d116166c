import { mayKeepLedger } from "../../domain/access.ts";
import { type Day, firstDayOfMonth, lastDayOfMonth, localTime, monthOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { parseAppliesTo, printAppliesTo } from "../../domain/costs/applies-to.ts";
import type { CostProblem, CostText } from "../../domain/costs/cost-draft.ts";
import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import type { Member } from "../../domain/customer.ts";
import type { CustomerMatch } from "../../domain/customers/customer-search.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";
import { type LookUpCustomerDeps, lookUpCustomer } from "../customers/look-up-customer.ts";
import { type AddCostDeps, type AddCostResult, addCost, type CheckedCost, checkCost } from "./add-cost.ts";

export type CostFormDeps = LookUpCustomerDeps &
  AddCostDeps & {
    readonly costTargets: Pick<
      CostTargetStore,
      "segments" | "usualCurrency" | "customer" | "known" | "ownersOf"
    >;
    readonly clock: Clock;
  };

/** What an empty form starts with. */
export type CostFormFacts = {
  /** Only direct costs of customers the member owns. */
  readonly onlyOwn: boolean;
  /** At most as many as a menu holds, the largest first. */
  readonly segments: readonly string[];
  /** The currency used last; null where none was ever used. */
  readonly currency: string | null;
  /** The running month where the member is. */
  readonly fromDay: Day;
  readonly toDay: Day;
};

/** Whom a cost is for, as a form asks it; only the part that `scope` names counts. */
export type CostFormTarget = {
  readonly scope: string;
  readonly segment: string;
  /** A name, domain or number, as in a look-up. */
  readonly customer: string;
  readonly list: string;
};
export type CostForm = Omit<CostText, "appliesTo"> & CostFormTarget;

/** As many options as Slack's menus take. */
const MOST_SEGMENTS = 100;

export async function openCostForm(
  { costTargets, clock }: Pick<CostFormDeps, "costTargets" | "clock">,
  member: Member,
): Promise<CostFormFacts> {
  const onlyOwn = !mayKeepLedger(member);
  const [segments, currency] = await Promise.all([
    onlyOwn ? [] : costTargets.segments(MOST_SEGMENTS),
    costTargets.usualCurrency(),
  ]);
  const month = monthOf(localTime(clock(), member.timeZone).day);
  const [fromDay, toDay] = [firstDayOfMonth(month), lastDayOfMonth(month)];
  return { onlyOwn, segments: segments.map(({ name }) => name), currency, fromDay, toDay };
}

/** Whether a form could be recorded as it is; nothing is kept. */
export async function checkCostForm(
  deps: CostFormDeps,
  { form, member }: { readonly form: CostForm; readonly member: Member },
): Promise<CheckedCost> {
  const target = await targetOf(deps, form);
  if (target.kind === "wrong") return { kind: "wrong", problems: [target.problem] };
  return checkCost(deps, requestOf(form, target.appliesTo, member));
}

/** Records a form. @param viewId of the modal it came from: one modal records one cost */
export async function addCostForm(
  deps: CostFormDeps,
  { form, member, viewId }: { readonly form: CostForm; readonly member: Member; readonly viewId: string },
): Promise<AddCostResult> {
  const target = await targetOf(deps, form);
  if (target.kind === "wrong") return { kind: "wrong", problems: [target.problem] };
  const key = { source: "slack", externalId: viewId };
  return addCost(deps, { ...requestOf(form, target.appliesTo, member), key, by: member.slackUserId });
}

function requestOf(form: CostForm, appliesTo: string, member: Member) {
  const { scope: _scope, segment: _segment, customer: _customer, list: _list, ...text } = form;
  return { text: { ...text, appliesTo }, readAmount: readTypedAmount, member };
}

type Target =
  | { readonly kind: "target"; readonly appliesTo: string }
  | { readonly kind: "wrong"; readonly problem: CostProblem };

async function targetOf(deps: CostFormDeps, form: CostFormTarget): Promise<Target> {
  switch (form.scope) {
    case "all":
      return { kind: "target", appliesTo: "all" };
    case "segment":
      if (form.segment === "") return wrong("Choose the segment.");
      return { kind: "target", appliesTo: printAppliesTo([{ kind: "segment", name: form.segment }]) };
    case "customer":
      return customerTarget(deps, form.customer);
    default: {
      const parsed = parseAppliesTo(form.list);
      return parsed.kind === "wrong" ? wrong(parsed.message) : { kind: "target", appliesTo: form.list };
    }
  }
}

/** Money is never put down to a customer who was only guessed: one who is merely near is asked about. */
async function customerTarget(deps: CostFormDeps, typed: string): Promise<Target> {
  const found = await lookUpCustomer(deps, typed);
  switch (found.kind) {
    case "found": {
      const customer = await deps.costTargets.customer(found.customerId);
      if (customer === null) return wrong("This customer is no longer in the file.");
      const { name, externalId } = customer;
      if (found.how === "nearest")
        return wrong(`Do you mean ${name} (${externalId})? Type ${externalId} if so.`);
      return { kind: "target", appliesTo: printAppliesTo([{ kind: "customer", externalId }]) };
    }
    case "choice":
      return wrong(`Several customers fit: ${listed(found.matches)}. Type the number of the one you mean.`);
    case "none":
      return wrong(
        found.nearest.length === 0
          ? "No customer fits. Type a part of the name, the domain or the number."
          : `No customer fits. Near are ${listed(found.nearest)}.`,
      );
    case "nothing-to-look-up":
      return wrong("Type the customer's name, domain or number.");
    case "too-long":
      return wrong("That is too long for a customer's name.");
  }
}

const MOST_LISTED = 4;

function listed(matches: readonly CustomerMatch[]): string {
  const shown = matches.slice(0, MOST_LISTED).map(({ name, externalId }) => `${name} (${externalId})`);
  return matches.length > MOST_LISTED ? `${shown.join(", ")} and more` : shown.join(", ");
}

function wrong(message: string): Target {
  return { kind: "wrong", problem: { field: "appliesTo", reason: "bad_target", message } };
}
