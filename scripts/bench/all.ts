// npm run bench -- all [--before FOLDER] [--quick] [--only WORD]: every figure that has an aim, one bench after the other in processes of
// their own, as a table in Markdown. --before: each bench is run first in that checkout of an earlier version, right before ours, and both
// figures are told. --quick: a twentieth of each size, to see that everything runs. --only: benches whose command has the word in it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

type Aim = {
  /** What is read of the printed lines, dots leading inwards. */
  readonly figure: string;
  readonly aim: string;
  /** What it is held against, in the same run: the ratio that the bench prints, and what it is a multiple of. */
  readonly ratio?: readonly [figure: string, of: string];
};
type Bench = {
  /** As typed; numbers are sizes. */
  readonly command: ReadonlyArray<string | number>;
  readonly aims: readonly Aim[];
};

const LARGE = ["--customers", 100_000, "--activities", 5_000_000] as const;
const EMBEDDED = ["--customers", 20_000, "--activities", 1_000_000] as const;
const CARDS = ["--customers", 5_000, "--activities", 250_000] as const;
const CARD_AIMS: readonly Aim[] = [
  {
    figure: "acknowledgedMs.p99",
    aim: "≤ 50 ms",
    ratio: ["acknowledgedKeptToNotKept.p50", "not kept first"],
  },
  { figure: "answeredMs.p99", aim: "≤ 200 ms" },
];

const BENCHES: readonly Bench[] = [
  {
    command: ["compare", "--native", ...LARGE],
    aims: [
      { figure: "ours.seconds", aim: "≤ 8 s; ≤ the peer", ratio: ["timesPeer", "pandas and XGBoost"] },
      { figure: "ours.peakRssMb", aim: "≤ 500 MB" },
      {
        figure: "ours.trainingSeconds",
        aim: "≤ 60 s",
        ratio: ["trainingTimesPeer", "XGBoost, one model of one date"],
      },
    ],
  },
  {
    command: [
      "scaling",
      "--native",
      "--by",
      "scoring",
      "--workers",
      "0,1",
      "--customers",
      30_000,
      "--activities",
      1_500_000,
    ],
    aims: [{ figure: "seconds", aim: "1.7 times as fast", ratio: ["timesAlone", "as fast as alone"] }],
  },
  {
    command: ["scaling", "--native", "--by", "scoring", "--share", "0.12", "--workers", "0,3", ...LARGE],
    aims: [{ figure: "seconds", aim: "3 times as fast", ratio: ["timesAlone", "as fast as alone"] }],
  },
  {
    command: ["score", ...EMBEDDED],
    aims: [
      { figure: "seconds", aim: "≤ 5 s", ratio: ["timesPlainFigures", "nine figures in SQL"] },
      { figure: "peakRssMb", aim: "≤ 700 MB" },
      { figure: "processPeakRssMb", aim: "≤ 700 MB with its training" },
    ],
  },
  { command: ["card", ...CARDS], aims: CARD_AIMS },
  { command: ["card", "--native", ...CARDS], aims: CARD_AIMS },
  {
    command: ["import", "--items", 400_000],
    aims: [
      {
        figure: "perSecond",
        aim: "≥ 60,000 lines",
        ratio: ["timesPlainCopy", "copying the rows in SQL"],
      },
      { figure: "peakRssMb", aim: "≤ 500 MB" },
    ],
  },
  {
    command: ["cold-start", "--rounds", "3"],
    aims: [
      { figure: "cold.firstCard", aim: "≤ 8 s" },
      { figure: "warm.firstCard", aim: "≤ 1.5 s" },
      { figure: "acknowledgedMs.most", aim: "< 1,000 ms" },
    ],
  },
];
const QUICK_SHARE = 20;

const { values } = parseArgs({
  options: {
    before: { type: "string" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
printRow("bench", "figure", ...(values.before ? ["before"] : []), "now", "aim", "times as much as");
printRow(...Array.from({ length: values.before ? 6 : 5 }, () => "---"));
for (const { command, aims } of BENCHES) {
  const sized = command.map((part) =>
    typeof part === "number" ? String(values.quick ? part / QUICK_SHARE : part) : part,
  );
  if (values.only && !sized.includes(values.only)) continue;
  const before = values.before ? await run(sized, values.before) : null;
  const now = await run(sized, process.cwd());
  for (const { figure, aim, ratio } of aims)
    printRow(
      ...[`\`${sized.join(" ")}\``, figure],
      ...(before ? [told(before, figure)] : []),
      ...[told(now, figure), aim],
      ratio ? `${told(now, ratio[0])} of ${ratio[1]}` : "",
    );
}

function printRow(...cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
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

async function run(command: readonly string[], folder: string): Promise<object[]> {
  const args = [...process.execArgv, "scripts/bench.ts", ...command];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return printed.split("\n").flatMap((line): object[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
}
