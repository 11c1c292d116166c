import type { App } from "../compose.ts";
import type { Customer } from "../domain/customer.ts";
import { say } from "../words/command-line.ts";
import { Refusal } from "./refusal.ts";

/** The one customer that fits what was typed. @throws Refusal where none or several do */
export async function foundCustomer(app: App, typed: string): Promise<Customer> {
  const found = await app.flows.lookUpCustomer(typed);
  switch (found.kind) {
    case "found": {
      const customer = await app.flows.findCustomer(found.customerId);
      if (customer === null) throw new Refusal(say("cli.customer-removed"));
      return customer;
    }
    case "choice":
      throw new Refusal(say("cli.why.several", { typed, customers: found.matches.map(labelOf).join(", ") }));
    case "none":
      throw new Refusal(
        found.nearest.length === 0
          ? say("cli.why.nobody", { typed })
          : say("cli.why.nobody-but", { typed, customers: found.nearest.map(labelOf).join(", ") }),
      );
    default:
      throw new Refusal(say("cli.why.name-one"));
  }
}

export const labelOf = ({ name, externalId }: { name: string; externalId: string }) =>
  `${name} (${externalId})`;
