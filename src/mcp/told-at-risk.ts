import { z } from "zod";
import type { AtRiskCustomer } from "../domain/outreach/at-risk.ts";
import { aboutAmount } from "../domain/value/about-money.ts";
import { percentWithin } from "../slack/blocks/risk/risk-words.ts";
import { textOf } from "../words/text.ts";
import { customerId } from "./named-customer.ts";
import { dayOf } from "./told-risk.ts";
import type { Asked } from "./tool.ts";
import { asData, inWords, orNull, sentence, untrustedText } from "./untrusted-text.ts";

/** A customer at high risk as a list names them. */
export const atRiskRow = z.object({
  customer_id: z.string(),
  name: untrustedText,
  risk: z.string().describe("With the range in which it lies in 8 of 10 cases."),
  at_stake: z.string().nullable().describe("The year's margin expected to be lost. Null: see why_not_known."),
  why_not_known: z.enum(["not for this member", "not known"]).nullable(),
  owner: sentence,
  renews_on: z.string().nullable(),
  next_step: sentence,
  snoozed_until: z.string().nullable(),
  leave_alone: z.boolean().describe("Nobody is to contact them."),
  override: z
    .object({ says: z.string(), by: untrustedText.nullable(), until: z.string() })
    .nullable()
    .describe("What a member knows better than the model."),
  last_done: z
    .object({ what: z.string(), by: untrustedText.nullable(), on: z.string() })
    .nullable()
    .describe("Since the risk became high. Null: nobody has acted yet."),
});

export function rowOf(customer: AtRiskCustomer, asked: Asked): z.output<typeof atRiskRow> {
  const { locale } = asked;
  const { acted, override, snoozedUntil } = customer;
  return {
    customer_id: customerId(customer.customerId),
    name: asData(customer.name),
    risk: percentWithin(customer, locale),
    ...stakeOf(customer, asked),
    owner: inWords(customer.owner, locale),
    renews_on: customer.renewsOn,
    next_step: inWords(customer.step, locale),
    snoozed_until: snoozedUntil === undefined ? null : dayOf(new Date(snoozedUntil), asked),
    leave_alone: customer.isQuiet ?? false,
    override: override
      ? {
          says: override.says,
          by: orNull(override.byName),
          until: dayOf(new Date(override.until), asked),
        }
      : null,
    last_done: acted && {
      what: asked.say(`mcp.acted.${acted.how}`),
      by: orNull(acted.byName),
      on: dayOf(new Date(acted.at), asked),
    },
  };
}

function stakeOf({ stake }: AtRiskCustomer, { locale }: Asked) {
  if (stake.kind === "known")
    return { at_stake: textOf(aboutAmount(stake.money), locale), why_not_known: null };
  const because = stake.kind === "hidden" ? "not for this member" : "not known";
  return { at_stake: null, why_not_known: because } as const;
}
