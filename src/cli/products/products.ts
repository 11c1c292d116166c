import type { Command } from "commander";
import { nothingPhrase, regularPhrase, suggestedPhrase } from "../../domain/products/product-phrases.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { foundCustomer, labelOf } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

export function registerProducts(program: Command): void {
  withJson(
    program
      .command("products")
      .description(
        "what to offer a customer next, and what they buy regularly; without a customer: reckon anew which products are bought by the same customers",
      )
      .argument("[customer...]", "name, alias, domain or number"),
  ).action((typed: string[], { json }: { json?: boolean }) =>
    runWithApp({ json }, (tools) => (typed.length === 0 ? pair(tools) : show(tools, typed.join(" ")))),
  );
}

async function pair({ app, output }: CommandTools): Promise<object> {
  const { scoring: asOf } = await app.flows.readAsOf();
  const paired = await app.flows.pairProducts({ asOf });
  output.line(say("cli.products.paired", { ...paired, day: asOf.toISOString().slice(0, 10) }));
  output.line(say("cli.products.next"));
  return { asOf, ...paired };
}

async function show({ app, output }: CommandTools, typed: string): Promise<object> {
  const { id } = await foundCustomer(app, typed);
  const shown = await app.flows.showProducts({ customerId: id });
  if (shown.kind === "gone") throw new Refusal(say("cli.customer-removed"));
  const { customer, products } = shown;
  const { next, regular, because, pairing } = products;
  output.heading(labelOf(customer));
  if (because !== null) output.line(`  ${commandLineText(nothingPhrase(because))}`);
  if (next.length > 0) output.line(`  ${say("products.next")}`);
  const buyers = pairing?.customers ?? 0;
  for (const one of next) output.line(`  • ${commandLineText(suggestedPhrase(one, buyers))}`);
  if (regular.length > 0) output.line(`  ${say("products.regular")}`);
  for (const one of regular) output.line(`  • ${commandLineText(regularPhrase(one))}`);
  return { customer, ...products };
}
