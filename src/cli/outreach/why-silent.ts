import type { Command } from "commander";
import { commandLineText, say } from "../../words/command-line.ts";
import { foundCustomer } from "../found-customer.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean };

/** `why-silent CUSTOMER`: why nobody was nudged about them. */
export function registerWhySilent(program: Command): void {
  withJson(
    program
      .command("why-silent")
      .description("why nobody was nudged about a customer")
      .argument("<customer...>", "name, alias, domain or number"),
  ).action((typed: string[], options: Options) =>
    runWithApp(options, async ({ app, output }) => {
      const { id } = await foundCustomer(app, typed.join(" "));
      const told = await app.flows.whySilent({ customerId: id, reader: null });
      if (told.kind === "gone") throw new Refusal(say("cli.customer-removed"));
      const because = commandLineText(told.because);
      output.line(say("cli.why-silent", { name: told.name, because }));
      return { name: told.name, code: told.because.code, because };
    }),
  );
}
