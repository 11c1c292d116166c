// npm run results -- --data FOLDER [--seeds 1,2,3]: measures the model on the published data sets and writes
// docs/results.md anew. The commands it runs are the ones it prints there.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const PAGE = new URL("../docs/results.md", import.meta.url).pathname;
const METRICS = { rocAuc: "ROC-AUC", logLoss: "log loss", ece: "ECE" } as const;

/** What an experiment asks for, and what it should reach: of the network, mean over the seeds. */
type Experiment = {
  readonly title: string;
  readonly args: readonly string[];
  readonly targets: readonly Target[];
};
type Target = {
  /** Where the figure stands in the command's JSON: its `summary`, by population or way of counting. */
  readonly of: string;
  readonly metric: "rocAuc" | "logLoss" | "ece";
  readonly limit: number;
  /** The best other method measured on the same split, in words. */
  readonly reference: string;
};

const { values } = parseArgs({
  options: { data: { type: "string" }, seeds: { type: "string", default: "1,2,3" } },
});
if (values.data === undefined) {
  process.stderr.write("Usage: npm run results -- --data FOLDER [--seeds 1,2,3]\n");
  process.exitCode = 2;
} else {
  await writeResults(values.data, values.seeds);
}

function experiments(data: string, seeds: string): readonly Experiment[] {
  const telco = [join(data, "telco_customer_churn.csv.gz"), "--target", "Churn", "--positive", "Yes"];
  const retail = [join(data, "online_retail_2009_2010.csv.gz"), "--preset", "online-retail-ii"];
  const at = ["--train-at", "2010-06-13", "--test-at", "2010-09-11", "--active-days", "90"];
  return [
    {
      title: "IBM's Telco sample (a fictional company), five given folds",
      args: [
        ...["table", ...telco, "--id", "customerID"],
        ...["--folds", join(data, "telco_folds.csv.gz"), "--seeds", seeds],
      ],
      targets: [
        { of: "mean", metric: "rocAuc", limit: 0.85, reference: "XGBoost .8494, five MLPs .8450" },
        { of: "mean", metric: "logLoss", limit: 0.411, reference: "XGBoost .4120" },
        { of: "pooled", metric: "ece", limit: 0.01, reference: "" },
      ],
    },
    {
      title: "Online Retail II, first year, learned up to 2010-06-13, tested from 2010-09-11",
      args: ["log", ...retail, ...at, "--seeds", seeds],
      targets: [
        { of: "all", metric: "rocAuc", limit: 0.738, reference: "logistic regression .7356, MLP .7306" },
        { of: "all", metric: "logLoss", limit: 0.592, reference: "XGBoost on several snapshots .5947" },
        { of: "all", metric: "ece", limit: 0.035, reference: "XGBoost on several snapshots .042" },
        { of: "active", metric: "rocAuc", limit: 0.758, reference: "logistic on several snapshots .7573" },
        { of: "active", metric: "logLoss", limit: 0.532, reference: "logistic on several snapshots .5344" },
        { of: "active", metric: "ece", limit: 0.025, reference: "" },
      ],
    },
  ];
}

type Spread = { readonly mean: number; readonly lowest: number; readonly highest: number };
type Summary = Readonly<Record<string, { readonly model: Readonly<Record<string, Spread | null>> }>>;
type Measured = { readonly experiment: Experiment; readonly section: string; readonly summary: Summary };

async function writeResults(data: string, seeds: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-results-"));
  const startedAt = performance.now();
  try {
    const measured: Measured[] = [];
    for (const experiment of experiments(data, seeds)) {
      process.stderr.write(`${experiment.title}\n`);
      measured.push(await measure(experiment, join(folder, "section.md")));
    }
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    writeFileSync(PAGE, page(measured, { data, seeds, seconds }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(experiment: Experiment, file: string): Promise<Measured> {
  const out = await run(["evaluate", ...experiment.args, "--markdown", file, "--json"]);
  const { summary } = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") as { summary: Summary };
  const section = readFileSync(file, "utf8").replace(/^## .*$/m, `## ${experiment.title}`);
  return { experiment, section, summary };
}

/** @returns standard output. @throws where the command fails; it has said why on standard error */
function run(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/mainstay.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString());
      else reject(new Error(`mainstay ${args.join(" ")} ended with code ${code}`));
    });
  });
}

function page(
  measured: readonly Measured[],
  { data, seeds, seconds }: { data: string; seeds: string; seconds: number },
): string {
  const lines = [
    "# What the model reaches",
    "",
    "Written by one command, which runs the commands below and replaces this page:",
    "",
    "```",
    `npm run results -- --data ${data} --seeds ${seeds}`,
    "```",
    "",
    `It took ${Math.floor(seconds / 60)} min ${seconds % 60} s on ${availableParallelism()} processors, Node ${process.versions.node}.`,
    "The folder's own README says where the files come from and how they are split. One set of defaults serves all of",
    "them; nothing was chosen on a test split. Beside the network stand a logistic regression on the same inputs and a",
    "rule that looks at one column; all three see the same training rows.",
    "",
    "Figures of a table's folds are told twice: their mean, and _pooled_, over every row at once with the probability of",
    "the model that had not seen it. The calibration error (ECE, ten equally wide bins) of a fold is mostly its small",
    "bins' noise; the pooled one is what is held to.",
    "",
    "## Against what was asked",
    "",
    "| data | figure | asked | reached (lowest–highest over seeds) | | best other method on the same split |",
    "| --- | --- | --- | --- | --- | --- |",
    ...measured.flatMap(({ experiment, summary }) =>
      experiment.targets.map((target) => targetLine(experiment.title, target, summary)),
    ),
    "",
    ...measured.map(({ section }) => section),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function targetLine(title: string, { of, metric, limit, reference }: Target, summary: Summary): string {
  const spread = summary[of]?.model[metric] ?? null;
  const asked = `${metric === "rocAuc" ? "≥" : "≤"} ${limit}`;
  const name = title.split(",")[0];
  if (spread === null) return `| ${name} | ${METRICS[metric]}, ${of} | ${asked} | n/a | | ${reference} |`;
  const met = metric === "rocAuc" ? spread.mean >= limit : spread.mean <= limit;
  const reached = `${spread.mean.toFixed(4)} (${spread.lowest.toFixed(4)}–${spread.highest.toFixed(4)})`;
  return `| ${name} | ${METRICS[metric]}, ${of} | ${asked} | ${reached} | ${met ? "met" : "missed"} | ${reference} |`;
}
