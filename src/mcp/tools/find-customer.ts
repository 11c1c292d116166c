import { z } from "zod";
import { LONGEST_QUERY } from "../../domain/customers/customer-search.ts";
import { candidate, customerId, isFound, namedCustomer } from "../named-customer.ts";
import { defineTool, message } from "../tool.ts";
import { asData, orNull, typedText } from "../untrusted-text.ts";

/** Who a customer is, by what somebody calls them. */
export const findCustomer = defineTool({
  name: "find_customer",
  title: "Find a customer",
  description:
    "Looks up a customer by name, alias, domain or number, also where it is misspelt. Several matches are all listed: ask which is meant, never guess. Use the customer_id with the other tools.",
  surface: "card",
  changes: false,
  input: z.strictObject({
    name: typedText(LONGEST_QUERY).describe("A name, an alias, a domain or a number in the customer file."),
  }),
  output: z.object({
    message,
    customer: candidate.pick({ customer_id: true, name: true, external_id: true, segment: true }).optional(),
    candidates: z.array(candidate).optional(),
  }),
  async run({ name }, asked) {
    const named = await namedCustomer(name, asked);
    // That several fit is an answer here.
    if (!isFound(named)) {
      const { isRefused: _, ...found } = named;
      return found;
    }
    const found = await asked.flows.findCustomer(named.id);
    if (found === null)
      return { outcome: "no customer", customerId: null, body: { message: asked.say("mcp.customer.gone") } };
    return {
      outcome: "found",
      customerId: found.id,
      body: {
        message: named.note === "" ? asked.say("mcp.customer.found") : named.note,
        customer: {
          customer_id: customerId(found.id),
          name: asData(found.name),
          external_id: asData(found.externalId),
          segment: orNull(found.segment),
        },
      },
    };
  },
});
