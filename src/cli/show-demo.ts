import type { App } from "../app.ts";
import { DEMO_SEED } from "../demo/demo-data.ts";
import type { Output } from "./output.ts";
import { PREVIEWS, type Previewed } from "./previews.ts";
import { Refusal } from "./refusal.ts";
import { type CommandTools, runWithApp } from "./run-command.ts";
import { blocksAsLines } from "./terminal.ts";
import { describeVersion } from "./train.ts";

/** What the bot does, without Slack: invented customers, a trained model, and the messages people would get. */
export function showDemo(options: { json?: boolean }): Promise<void> {
  return runWithApp(options, async (tools) => {
    const startedAt = performance.now();
    const data = await prepareData(tools);
    await prepareModel(tools);
    const asOf = await tools.app.endOfData();
    const card = await showMessages(tools.app, tools.output, asOf);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    tools.output.line();
    tools.output.line(
      "Next: npm run mainstay -- preview customer globex, or import your own data; README.md shows how.",
    );
    return { data, asOf, seconds, card };
  });
}

async function prepareData({ app, output }: CommandTools): Promise<string> {
  const loaded = await app.flows.loadDemo({ seed: DEMO_SEED, asOf: app.clock() });
  if (loaded.kind === "other-data-present") {
    output.line("No Slack tokens in .env: showing what the bot would say about your own data.");
    return "own";
  }
  output.line("No Slack tokens in .env: this is the demo. Its customers are invented.");
  if (loaded.kind === "loaded") {
    output.line(`Loaded ${loaded.customers} customers with ${loaded.activities} activities.`);
  }
  return "demo";
}

/** Trains once; scores whenever the newest score is older than the data. */
async function prepareModel({ app, config, output }: CommandTools): Promise<void> {
  const asOf = await app.endOfData();
  if (!(await app.store.modelVersions.newest())) {
    const progress = output.progress("Training");
    const { horizonDays, seed } = config;
    const trained = await app.flows
      .trainModel({ asOf, horizonDays, seed, onProgress: progress.update })
      .finally(progress.stop);
    if (trained.kind === "not-enough-history") throw new Refusal(trained.reason);
    describeVersion(trained.version, output);
  }
  const scored = await app.flows.scoreCustomers({ asOf });
  if (scored.kind !== "scored") throw new Refusal(scored.reason);
}

async function showMessages(app: App, output: Output, now: Date): Promise<Previewed> {
  const card = await PREVIEWS.customer(app, { argument: "acme", now });
  const nudges = await PREVIEWS.nudges(app, { argument: "", now });
  show(output, "/customer acme, as a manager sees it", card);
  if (nudges[0]) show(output, "A rep's nudges of the day", nudges[0]);
  show(output, "The channel's weekly digest", await PREVIEWS.digest(app, { argument: "", now }));
  show(output, "The channel's monthly cost summary", await PREVIEWS.costs(app, { argument: "", now }));
  return card;
}

function show(output: Output, title: string, message: Previewed): void {
  output.line();
  output.heading(`── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}`);
  for (const line of blocksAsLines(message.blocks)) output.line(`  ${line}`.trimEnd());
}
