// npm run fuzz [-- --commands 100000 --payloads 20000 --forms 10000 --seed S --minutes N --json]: sends the bot what nobody would,
// and counts what it does not survive. Ends with 1 where anything was found. After N minutes it stops, and its counts say how far
// it came.
import { parseArgs } from "node:util";
import { type FuzzReport, runFuzz } from "./fuzz/run-fuzz.ts";

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "100000" },
    payloads: { type: "string", default: "20000" },
    forms: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1000" },
    json: { type: "boolean", default: false },
  },
});

let unhandled = 0;
const note = (error: unknown) => {
  unhandled += 1;
  process.stderr.write(`Nobody caught: ${error instanceof Error ? error.stack : String(error)}\n`);
};
process.on("uncaughtException", note);
process.on("unhandledRejection", note);

const startedAt = performance.now();
let saidAt = startedAt;
const report = await runFuzz({
  commands: Number(values.commands),
  payloads: Number(values.payloads),
  forms: Number(values.forms),
  seed: Number(values.seed),
  isOver: () => performance.now() - startedAt > Number(values.minutes) * 60_000,
  onProgress: (what, done) => {
    if (performance.now() - saidAt < 30_000) return;
    saidAt = performance.now();
    process.stderr.write(`${what} ${done}, ${Math.round((saidAt - startedAt) / 1000)} s\n`);
  },
});
const seconds = Math.round((performance.now() - startedAt) / 1000);
const { examples, ...counts } = report;
const all = { ...counts, unhandled, seconds };
for (const example of examples) process.stderr.write(`${JSON.stringify(example, null, 2)}\n`);
process.stdout.write(values.json ? `${JSON.stringify(all)}\n` : `${table(all)}\n`);
process.exitCode = isClean(report) && unhandled === 0 ? 0 : 1;
// What was refused can leave a connection open that nobody waits for.
process.exit();

function table(counted: Readonly<Record<string, number>>): string {
  return Object.entries(counted)
    .map(([what, count]) => `${what.padEnd(18)} ${count}`)
    .join("\n");
}

function isClean({
  crashes,
  sqlErrors,
  unescaped,
  refusedBySlack,
  unanswered,
  broken,
  late,
}: FuzzReport): boolean {
  return [crashes, sqlErrors, unescaped, refusedBySlack, unanswered, broken, late].every(
    (count) => count === 0,
  );
}
