import { parseAppliesTo, printAppliesTo } from "../../domain/costs/applies-to.ts";
import type { CostProblem, CostText } from "../../domain/costs/cost-draft.ts";
import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import type { CustomerMatch } from "../../domain/customers/customer-search.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";
import { type LookUpCustomerDeps, lookUpCustomer } from "../customers/look-up-customer.ts";
import type { CostRequest } from "./check-cost.ts";

export type ReadCostFormDeps = LookUpCustomerDeps & {
  readonly costTargets: Pick<CostTargetStore, "customer">;
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

export type ReadCostForm =
  | { readonly kind: "read"; readonly cost: Omit<CostRequest, "member"> }
  | { readonly kind: "wrong"; readonly problem: CostProblem };

/** A form as a cost is asked for; the customer it names is looked up. */
export async function readCostForm(deps: ReadCostFormDeps, form: CostForm): Promise<ReadCostForm> {
  const target = await targetOf(deps, form);
  if (target.kind === "wrong") return target;
  const { scope: _scope, segment: _segment, customer: _customer, list: _list, ...text } = form;
  return {
    kind: "read",
    cost: { text: { ...text, appliesTo: target.appliesTo }, readAmount: readTypedAmount },
  };
}

type Target =
  | { readonly kind: "target"; readonly appliesTo: string }
  | { readonly kind: "wrong"; readonly problem: CostProblem };

async function targetOf(deps: ReadCostFormDeps, form: CostFormTarget): Promise<Target> {
  switch (form.scope) {
    case "all":
      return { kind: "target", appliesTo: "all" };
    case "segment":
      if (form.segment === "") return wrong(phrase("cost.form.choose-segment"));
      return { kind: "target", appliesTo: printAppliesTo([{ kind: "segment", name: form.segment }]) };
    case "customer":
      return customerTarget(deps, form.customer);
    default: {
      const parsed = parseAppliesTo(form.list);
      return parsed.kind === "wrong" ? wrong(parsed.problem) : { kind: "target", appliesTo: form.list };
    }
  }
}

/** Money is never put down to a customer who was only guessed: one who is merely near is asked about. */
async function customerTarget(deps: ReadCostFormDeps, typed: string): Promise<Target> {
  const found = await lookUpCustomer(deps, typed);
  switch (found.kind) {
    case "found": {
      const customer = await deps.costTargets.customer(found.customerId);
      if (customer === null) return wrong(phrase("cost.form.customer-gone"));
      const { name, externalId } = customer;
      if (found.how === "similar") return wrong(phrase("cost.form.did-you-mean", { name, externalId }));
      return { kind: "target", appliesTo: printAppliesTo([{ kind: "customer", externalId }]) };
    }
    case "choice":
      return wrong(phrase("cost.form.several-fit", listed(found.matches)));
    case "none":
      return wrong(
        found.nearest.length === 0
          ? phrase("cost.form.none-fits")
          : phrase("cost.form.near", listed(found.nearest)),
      );
    case "nothing-to-look-up":
      return wrong(phrase("cost.form.type-customer"));
    case "too-long":
      return wrong(phrase("cost.form.customer-too-long"));
  }
}

const MOST_LISTED = 4;

function listed(matches: readonly CustomerMatch[]): { readonly customers: string; readonly more: number } {
  const shown = matches.slice(0, MOST_LISTED).map(({ name, externalId }) => `${name} (${externalId})`);
  return { customers: shown.join(", "), more: Math.max(0, matches.length - MOST_LISTED) };
}

function wrong(problem: Phrase): Target {
  return { kind: "wrong", problem: { field: "appliesTo", reason: "bad_target", problem } };
}
