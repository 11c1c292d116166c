import type { Surface } from "../../domain/access.ts";
import type { CustomerIntent } from "../../domain/asking/intent.ts";
import { showCard } from "../actions/card-buttons.ts";
import { showHistory } from "../actions/history.ts";
import { showProducts } from "../actions/products.ts";
import { showWhySilent } from "../commands/outreach/why-silent.ts";
import { customerCostsAnswer } from "../commands/value/customer-costs.ts";
import { showWorth } from "../commands/value/customer-worth.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { cardForAll } from "./card.ts";
import type { BuildForAll } from "./for-all.ts";
import { productsForAll } from "./products.ts";
import { showSinceWhen, sinceWhenForAll } from "./since-when.ts";
import { showWhatHelps, whatHelpsForAll } from "./what-helps.ts";
import { showWhy, whyForAll } from "./why.ts";

/** What is asked about one customer. */
export type AboutCustomer = {
  /** By which `domain/access.ts` decides who may have it where. */
  readonly surface: Surface;
  /** To whoever asked alone. */
  show(customerId: number, tools: PermittedTools): Promise<void>;
  /** To everyone in a channel; left out: what it shows is for whoever asked alone. Null: there is no such customer any more. */
  readonly forAll?: BuildForAll<number>;
};

/** Amounts, and notes that colleagues took, stay with whoever asked. A new question is one line here. */
export const ABOUT_CUSTOMER: Readonly<Record<CustomerIntent, AboutCustomer>> = {
  card: { surface: "card", show: (customerId, tools) => showCard({ customerId }, tools), forAll: cardForAll },
  why: { surface: "why", show: showWhy, forAll: whyForAll },
  "since-when": { surface: "why", show: showSinceWhen, forAll: sinceWhenForAll },
  "what-helps": { surface: "card", show: showWhatHelps, forAll: whatHelpsForAll },
  history: { surface: "history", show: showHistory },
  products: { surface: "products", show: showProducts, forAll: productsForAll },
  costs: { surface: "customer-costs", show: showCosts },
  worth: { surface: "customer-costs", show: showWorth },
  "why-silent": { surface: "why-silent", show: showWhySilent },
};

async function showCosts(customerId: number, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await customerCostsAnswer({ customerId, withDivisions: false }, tools));
}
