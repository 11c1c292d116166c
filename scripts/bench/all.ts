// npm run bench -- all [--quick]: every figure that has an aim, one bench after the other in processes of their own, as a table in
// Markdown. --quick: a twentieth of each size, to see that everything runs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

type Bench = {
  /** As typed; numbers are sizes. */
  readonly command: ReadonlyArray<string | number>;
  /** What is read of the printed lines, dots leading inwards, and what it is to come to. */
  readonly aims: ReadonlyArray<readonly [figure: string, aim: string]>;
};

const LARGE = ["--customers", 100_000, "--activities", 5_000_000] as const;
const BENCHES: readonly Bench[] = [
  {
    command: ["score", "--native", ...LARGE],
    aims: [
      ["seconds", "≤ 8"],
      ["peakRssMb", "≤ 500"],
      ["trainingSeconds", "≤ 60"],
    ],
  },
  { command: ["compare", "--native", ...LARGE], aims: [["timesPeer", "≤ 1"]] },
  {
    command: ["scaling", "--native", "--by", "scoring", "--workers", "0,1", ...LARGE],
    aims: [["timesAlone", "≥ 1.7"]],
  },
  {
    command: ["score", "--customers", 20_000, "--activities", 1_000_000],
    aims: [
      ["seconds", "≤ 5"],
      ["processPeakRssMb", "≤ 700"],
    ],
  },
  {
    command: ["card", "--customers", 5_000, "--activities", 250_000],
    aims: [
      ["acknowledgedMs.p99", "≤ 50"],
      ["answeredMs.p99", "≤ 200"],
    ],
  },
  {
    command: ["card", "--native", "--customers", 5_000, "--activities", 250_000],
    aims: [
      ["acknowledgedMs.p99", "≤ 50"],
      ["answeredMs.p99", "≤ 200"],
    ],
  },
  {
    command: ["import", "--items", 400_000],
    aims: [
      ["perSecond", "≥ 60,000"],
      ["peakRssMb", "≤ 500"],
    ],
  },
];
const QUICK_SHARE = 20;

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
process.stdout.write("| bench | figure | now | aim |\n|---|---|---|---|\n");
for (const { command, aims } of BENCHES) {
  const sized = command.map((part) =>
    typeof part === "number" ? String(values.quick ? part / QUICK_SHARE : part) : part,
  );
  const lines = await run(sized);
  for (const [figure, aim] of aims)
    process.stdout.write(`| \`${sized.join(" ")}\` | ${figure} | ${told(lines, figure)} | ${aim} |\n`);
}

/** The figure of every line that has it, in the order they were printed. */
function told(lines: readonly object[], figure: string): string {
  const found = lines.map((line) => valueAt(line, figure.split("."))).filter((value) => value !== undefined);
  return found.length === 0 ? "**not measured: it failed**" : found.join(", ");
}

function valueAt(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined) return value;
  return typeof value === "object" && value !== null && key in value
    ? valueAt(Object.entries(value).find(([name]) => name === key)?.[1], deeper)
    : undefined;
}

async function run(command: readonly string[]): Promise<object[]> {
  const args = [...process.execArgv, "scripts/bench.ts", ...command];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return printed.split("\n").flatMap((line): object[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
}
