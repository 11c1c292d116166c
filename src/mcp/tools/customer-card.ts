import { z } from "zod";
import { candidates, customerInput, goneCustomer, isFound, namedCustomer } from "../named-customer.ts";
import { type CardBody, cardBody, cardOf } from "../told-card.ts";
import { freshnessOf } from "../told-risk.ts";
import { defineTool, message } from "../tool.ts";

/** One customer's card: the same figures as in Slack, for the same reader. */
export const customerCard = defineTool({
  name: "customer_card",
  title: "A customer's card",
  description:
    "Everything on one customer's card: risk of leaving and its reasons, what to do next and with whom, value, renewal, last contact, open ticket. Amounts are there only where the member may see them. Always tell the freshness, and what stands in to_know.",
  surface: "card",
  changes: false,
  input: z.strictObject({ customer: customerInput }),
  output: z.object({
    message,
    freshness: z.string().optional(),
    card: cardBody.optional(),
    candidates,
  }),
  async run({ customer }, asked) {
    const named = await namedCustomer(customer, asked);
    if (!isFound(named)) return named;
    const { flows, reader: member, place, say } = asked;
    const shown = await flows.loadCustomerCard({ customerId: named.id, member, place });
    if (shown.kind === "gone") return goneCustomer(say);
    const card: CardBody = cardOf(shown.card, asked);
    return {
      outcome: "told",
      customerId: named.id,
      body: {
        message: named.note === "" ? say("mcp.card.told", { risk: card.risk.text }) : named.note,
        freshness: freshnessOf(shown.card, asked),
        card,
      },
    };
  },
});
