import { z } from "zod";
import { cautiousPercent } from "../../domain/risk/percent.ts";
import { leverPhrase } from "../../domain/risk/scores/levers.ts";
import type { RiskExplanation } from "../../domain/risk/scores/risk-explanation.ts";
import {
  candidates,
  customerId,
  customerInput,
  goneCustomer,
  isFound,
  namedCustomer,
} from "../named-customer.ts";
import { freshnessOf, riskOf, toldRisk } from "../told-risk.ts";
import { type Asked, defineTool, message } from "../tool.ts";
import { asData, inWords, sentence, untrustedText } from "../untrusted-text.ts";

const help = z.object({
  customer_id: z.string(),
  name: untrustedText,
  risk: toldRisk,
  steps: z
    .array(z.object({ step: sentence, percent_after: z.number() }))
    .describe("Steps that the model would rate lower, the strongest first; association, not a promise."),
  why_no_steps: sentence.nullable(),
});

/** Which steps would lower a customer's risk, by the model that gave it. */
export const whatWouldHelp = defineTool({
  name: "what_would_help",
  title: "What would lower a customer's risk",
  description:
    "Which steps of ours the model would rate lower for one customer, and by how much: the same model asked again with that step taken. It is association, not a promise: say so.",
  surface: "why",
  changes: false,
  input: z.strictObject({ customer: customerInput }),
  output: z.object({ message, freshness: z.string().optional(), help: help.optional(), candidates }),
  async run({ customer }, asked) {
    const named = await namedCustomer(customer, asked);
    if (!isFound(named)) return named;
    const explained = await asked.flows.explainRisk({ customerId: named.id });
    if (explained.kind === "gone") return goneCustomer(asked.say);
    const told = helpOf(explained.explanation, asked);
    const code = told.steps.length === 0 ? "why.levers.none" : "why.levers.basis";
    return {
      outcome: "told",
      customerId: named.id,
      body: {
        message: [named.note, asked.say(code)].filter(Boolean).join(" "),
        freshness: freshnessOf(explained.explanation, asked),
        help: told,
      },
    };
  },
});

function helpOf(explained: RiskExplanation, asked: Asked): z.output<typeof help> {
  const { unexplained, levers } = explained;
  const isTold = unexplained === null;
  return {
    customer_id: customerId(explained.customerId),
    name: asData(explained.name),
    risk: riskOf(explained, asked),
    steps: (isTold ? levers : []).map((lever) => ({
      step: inWords(leverPhrase(lever), asked.locale),
      percent_after: cautiousPercent(lever.probability),
    })),
    why_no_steps: isTold ? null : inWords(unexplained, asked.locale),
  };
}
