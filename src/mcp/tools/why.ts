import { z } from "zod";
import type { RiskExplanation } from "../../domain/risk/scores/risk-explanation.ts";
import {
  candidates,
  customerId,
  customerInput,
  goneCustomer,
  isFound,
  namedCustomer,
} from "../named-customer.ts";
import { dayOf, freshnessOf, riskOf, toldRisk } from "../told-risk.ts";
import { type Asked, defineTool, message } from "../tool.ts";
import { asData, inWords, sentence, untrustedText } from "../untrusted-text.ts";

const explanation = z.object({
  customer_id: z.string(),
  name: untrustedText,
  risk: toldRisk,
  reasons: z.array(sentence).describe("All that can be told, strongest first."),
  why_no_reasons: sentence.nullable(),
  model: z
    .object({
      version: z.number(),
      kind: z.string(),
      trained_on: z.string(),
      checked_on_customers: z.number().nullable(),
    })
    .nullable(),
});

/** Everything behind a customer's risk; no amount is in it. */
export const why = defineTool({
  name: "why",
  title: "Why a customer is at risk",
  description:
    "Every reason behind one customer's risk figure, strongest first, and which model gave it. A reason is what the model goes by, not a proven cause.",
  surface: "why",
  changes: false,
  input: z.strictObject({ customer: customerInput }),
  output: z.object({
    message,
    freshness: z.string().optional(),
    explanation: explanation.optional(),
    candidates,
  }),
  async run({ customer }, asked) {
    const named = await namedCustomer(customer, asked);
    if (!isFound(named)) return named;
    const explained = await asked.flows.explainRisk({ customerId: named.id });
    if (explained.kind === "gone") return goneCustomer(asked.say);
    const told = explanationOf(explained.explanation, asked);
    return {
      outcome: "told",
      customerId: named.id,
      body: {
        message: named.note === "" ? asked.say("mcp.card.told", { risk: told.risk.text }) : named.note,
        freshness: freshnessOf(explained.explanation, asked),
        explanation: told,
      },
    };
  },
});

function explanationOf(explained: RiskExplanation, asked: Asked): z.output<typeof explanation> {
  const { model, unexplained, reasons } = explained;
  return {
    customer_id: customerId(explained.customerId),
    name: asData(explained.name),
    risk: riskOf(explained, asked),
    reasons: unexplained === null ? reasons.map((reason) => inWords(reason, asked.locale)) : [],
    why_no_reasons: unexplained === null ? null : inWords(unexplained, asked.locale),
    model: model && {
      version: model.id,
      kind: model.serves,
      trained_on: dayOf(model.trainedAt, asked),
      checked_on_customers: model.heldOut?.n ?? null,
    },
  };
}
