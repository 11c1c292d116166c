// npm run soak -- [--minutes N] [--rate N] [--json]: people work steadily with one bot on a native PostgreSQL; prints its memory and
// handles over time, and whether they grow. The exit code is 1 where they do, or where anything was lost.
import { parseArgs } from "node:util";
import { z } from "zod";
import { runSoak } from "./soak/run.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "120" },
    rate: { type: "string", default: "5" },
    seed: { type: "string", default: "20261129" },
    json: { type: "boolean", default: false },
  },
});
const positive = z.coerce.number().positive();
const report = await runSoak(
  {
    minutes: positive.parse(values.minutes),
    perSecond: positive.parse(values.rate),
    seed: z.coerce.number().int().parse(values.seed),
  },
  (line) => void process.stderr.write(`${line}\n`),
);
const round = (value: number) => Math.round(value * 100) / 100;
if (!values.json) {
  process.stdout.write("| | first | last | a hour | between | verdict |\n|---|---:|---:|---:|---|---|\n");
  for (const { what, first, last, slope } of report.figures)
    process.stdout.write(
      `| ${what} | ${round(first)} | ${round(last)} | ${round(slope.perHour)} | ${round(slope.low)} to ${round(slope.high)} | ${slope.verdict} |\n`,
    );
}
const { counted, sent, perSecondReached } = report;
if (!values.json)
  process.stdout.write(
    `\n${report.minutes} minutes, seed ${report.seed}: ${sent} requests, ${round(perSecondReached)} a second; ${counted.messages} messages, ` +
      `${counted.lost} lost, ${counted.doubled} doubled; ${counted.inputsLost} of ${counted.inputs} acknowledged inputs lost; ${counted.stuck} stuck\n`,
  );
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.isBad ? 1 : 0;
