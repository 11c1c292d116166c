import { Argument, type Command } from "commander";
import { bindFlows } from "../../flows/bind-flows.ts";
import { parseInstant } from "../arguments.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { PREVIEWS } from "./previews.ts";

type Options = { json?: boolean; asOf?: Date };

const KINDS = Object.keys(PREVIEWS);

/** A preview shows amounts to nobody of the team. */
const NOBODY_READS = {
  note: async () => {},
  list: async () => [],
  count: async () => 0,
  forgetOld: async () => 0,
};

export function registerPreview(program: Command): void {
  withJson(
    program
      .command("preview")
      .description(
        "print the Block Kit JSON of a message as it would go to Slack now; nothing is sent or kept",
      )
      .addArgument(new Argument("<kind>", "which message").choices(KINDS))
      .argument(
        "[args...]",
        "customer: what to look up; nudges: day; costs: month; digest: week; home: e-mail",
      )
      .option("--as-of <day>", "the bot's clock (default: now, or the end of older data)", parseInstant),
  ).action(preview);
}

function preview(kind: keyof typeof PREVIEWS, args: string[], { json, asOf }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const now = asOf ?? (await app.flows.readAsOf()).reports;
    const flows = bindFlows({ ...app.deps, clock: () => now, moneyReads: NOBODY_READS });
    const previewed = await PREVIEWS[kind]({ flows, config }, { argument: args.join(" "), now });
    const sent = (key: string, value: unknown) => (key === "figures" ? undefined : value);
    if (!output.json) output.line(JSON.stringify(previewed, sent, 2));
    return previewed;
  });
}
