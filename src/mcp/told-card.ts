import { z } from "zod";
import type { CustomerCard } from "../domain/outreach/customer-card.ts";
import { money, moneyOf } from "./money.ts";
import { customerId } from "./named-customer.ts";
import { dayOf, riskOf, toldRisk } from "./told-risk.ts";
import { stepOf, toldStep } from "./told-step.ts";
import type { Asked } from "./tool.ts";
import { asData, inWords, orNull, sentence, untrustedText } from "./untrusted-text.ts";

/** A customer's card as a program gets it. */
export const cardBody = z.object({
  customer_id: z.string(),
  name: untrustedText,
  external_id: untrustedText,
  segment: untrustedText.nullable(),
  owner: untrustedText.nullable(),
  owner_has_left: z.boolean(),
  value_tier: z.enum(["top", "middle", "rest"]).nullable(),
  risk: toldRisk,
  because: z.array(sentence).describe("The strongest reasons for the risk, strongest first."),
  why_no_reasons: sentence.nullable(),
  next_step: toldStep,
  left: z.object({ on: z.string(), why: z.array(sentence) }).nullable(),
  value: z
    .object({ revenue_12_months: z.array(money), monthly_revenue: money.nullable() })
    .nullable()
    .describe("Null: not for the member who asks."),
  renews_on: z.string().nullable(),
  last_purchase_on: z.string().nullable(),
  last_contact: z
    .object({
      on: z.string(),
      channel: z.string(),
      outcome: z.string(),
      by: untrustedText.nullable(),
    })
    .nullable(),
  open_ticket: z
    .object({ reference: untrustedText, subject: untrustedText, opened_on: z.string() })
    .nullable(),
  do_not_disturb: z.object({ because: untrustedText, by: untrustedText.nullable() }).nullable(),
  override: z
    .object({
      says: z.string(),
      because: untrustedText,
      by: untrustedText.nullable(),
      until: z.string(),
    })
    .nullable()
    .describe("What a member knows better than the model."),
  often_bought_next: z.array(untrustedText),
  joined_from: z.array(untrustedText),
});
export type CardBody = z.output<typeof cardBody>;

export function cardOf(card: CustomerCard, asked: Asked): CardBody {
  return { ...whoTheyAre(card), ...whatIsRisked(card, asked), ...whatIsKnown(card, asked) };
}

const whoTheyAre = (card: CustomerCard) => ({
  customer_id: customerId(card.customerId),
  name: asData(card.name),
  external_id: asData(card.externalId),
  segment: orNull(card.segment),
  owner: orNull(card.ownerName),
  owner_has_left: card.ownerHasLeft,
  value_tier: card.tier,
  joined_from: card.joinedFrom.map(asData),
});

function whatIsRisked(card: CustomerCard, asked: Asked) {
  const { ending, unexplained } = card;
  const { locale } = asked;
  return {
    risk: riskOf(card, asked),
    because: card.reasons.map((reason) => inWords(reason, locale)),
    why_no_reasons: unexplained === null ? null : inWords(unexplained, locale),
    next_step: stepOf(card, asked),
    left: ending && { on: ending.on, why: ending.why.map((why) => inWords(why, locale)) },
  };
}

function whatIsKnown(card: CustomerCard, asked: Asked) {
  const { lastTouch, openTicket, doNotDisturb, override, lastPurchaseAt } = card;
  const left = doNotDisturb?.every ?? null;
  return {
    value: worthOf(card, asked),
    renews_on: card.renewsOn,
    last_purchase_on: lastPurchaseAt && dayOf(lastPurchaseAt, asked),
    last_contact: lastTouch && {
      on: dayOf(lastTouch.at, asked),
      channel: asked.say(`touch.channel.${lastTouch.channel}`),
      outcome: asked.say(`touch.came-of-it.${lastTouch.outcome}`),
      by: orNull(lastTouch.memberName),
    },
    open_ticket: openTicket && {
      reference: asData(openTicket.reference),
      subject: asData(openTicket.subject),
      opened_on: dayOf(openTicket.openedAt, asked),
    },
    do_not_disturb: left && { because: asData(left.because), by: orNull(left.byName) },
    override: override && {
      says: override.says,
      because: asData(override.because),
      by: orNull(override.byName),
      until: dayOf(override.until, asked),
    },
    often_bought_next: card.nextProducts.map(asData),
  };
}

function worthOf({ value }: CustomerCard, { locale }: Asked) {
  if (value.kind === "hidden") return null;
  return {
    revenue_12_months: value.revenue12Months.map((one) => moneyOf(one, locale)),
    monthly_revenue: value.monthlyRevenue && moneyOf(value.monthlyRevenue, locale),
  };
}
