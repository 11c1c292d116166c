// npm run chaos -- [--rounds N] [--seed S] [--json] [--markdown]: ends, hinders and misleads the real bot, and counts what was
// lost. The last line is one JSON object with --json; the exit code is 1 where anything was lost, stuck or uncaught.
import { parseArgs } from "node:util";
import { z } from "zod";
import { FAULTS, SHORT_KINDS } from "./chaos/plan.ts";
import { isBad, markdownOf } from "./chaos/report.ts";
import { runChaos } from "./chaos/run.ts";

/** Two kinds a round: as many rounds as deal every kind of the short form once. */
const SHORT = {
  rounds: Math.ceil(SHORT_KINDS.length / 2),
  lastsMs: 1_500,
  kills: 0,
  messages: 12,
  kinds: SHORT_KINDS,
};

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "60" },
    seed: { type: "string", default: "20261129" },
    seconds: { type: "string", default: "8" },
    kills: { type: "string", default: "3" },
    messages: { type: "string", default: "60" },
    kinds: { type: "string" },
    minutes: { type: "string" },
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
  },
});
const count = z.coerce.number().int();
const say = (line: string) => void process.stderr.write(`${line}\n`);

const { report, details } = await runChaos(
  {
    rounds: count.positive().parse(values.rounds),
    seed: count.parse(values.seed),
    lastsMs: z.coerce.number().positive().parse(values.seconds) * 1_000,
    kills: count.nonnegative().parse(values.kills),
    messages: count.nonnegative().parse(values.messages),
    ...(values.minutes && { longestMs: z.coerce.number().positive().parse(values.minutes) * 60_000 }),
    ...(values.short && SHORT),
    ...(values.kinds && { kinds: z.array(z.enum(FAULTS)).min(1).parse(values.kinds.split(",")) }),
  },
  say,
);
for (const line of details) say(line);
const day = new Date().toISOString().slice(0, 10);
if (values.markdown || !values.json) process.stdout.write(`${markdownOf(report, day)}\n`);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = isBad(report) ? 1 : 0;
