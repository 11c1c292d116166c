// npm run results -- --data FOLDER [--seeds 1,2,3] [--only NAME,NAME] [--one-seed NAME,NAME] [--out FILE]: measures the
// model on the published data sets of scripts/results/experiments.json and writes docs/results.md anew. The commands it
// runs are the ones it prints there.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Catalogue, readCatalogue, readLooks } from "./results/catalogue.ts";
import { inLanes } from "./results/lanes.ts";
import { measureLog, measureTable } from "./results/measure.ts";
import type { MeasuredLog, MeasuredTable } from "./results/measurement.ts";
import { resultsPage } from "./results/page.ts";

const PAGE = new URL("../docs/results.md", import.meta.url).pathname;
const USAGE =
  "Usage: npm run results -- --data FOLDER [--seeds 1,2,3] [--only NAME,NAME] [--one-seed NAME,NAME] [--out FILE]";
/** Training is one thread's work, importing another's: two experiments keep two processors busy. */
const SIDE_BY_SIDE = Math.min(2, availableParallelism());

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    seeds: { type: "string", default: "1,2,3" },
    only: { type: "string" },
    "one-seed": { type: "string" },
    out: { type: "string", default: PAGE },
  },
});
const catalogue = readCatalogue();
const problem = usageProblem();
if (problem !== null) {
  process.stderr.write(`${problem}\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  await writeResults(catalogue, values.data ?? "");
}

function usageProblem(): string | null {
  if (values.data === undefined) return "Name the folder of the data sets.";
  if (values.only !== undefined && values.out === PAGE)
    return "A part is not the page: with --only, name another file by --out.";
  const known = namesOf(catalogue);
  const unknown = [...names(values.only), ...names(values["one-seed"])].find((name) => !known.includes(name));
  return unknown === undefined ? null : `There is no data set ${unknown}; there are ${known.join(", ")}.`;
}

function namesOf({ logs, tables }: Catalogue): readonly string[] {
  return [...logs, ...tables].map(({ name }) => name);
}

function names(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(",").map((name) => name.trim());
}

async function writeResults(catalogue: Catalogue, data: string): Promise<void> {
  const startedAt = performance.now();
  const chosen = values.only === undefined ? namesOf(catalogue) : names(values.only);
  const options = (name: string) => {
    const seeds = names(values["one-seed"]).includes(name) ? firstOf(values.seeds) : values.seeds;
    return { data, activeDays: catalogue.activeDays, seeds };
  };
  const logs: MeasuredLog[] = [];
  const tables: MeasuredTable[] = [];
  const tasks = [
    ...catalogue.logs.map((log) => ({
      name: log.name,
      slow: log.slow,
      run: async () => void logs.push(told(await measureLog(log, options(log.name)), startedAt)),
    })),
    ...catalogue.tables.map((table) => ({
      name: table.name,
      slow: table.slow,
      run: async () => void tables.push(told(await measureTable(table, options(table.name)), startedAt)),
    })),
  ].filter(({ name }) => chosen.includes(name));
  tasks.sort((a, b) => Number(b.slow) - Number(a.slow));
  await inLanes(
    tasks.map(({ run }) => run),
    SIDE_BY_SIDE,
  );
  const page = resultsPage({
    catalogue,
    looks: readLooks(),
    logs: inOrder(logs, catalogue),
    tables: inOrder(tables, catalogue),
    command: commandLine(data),
    seeds: values.seeds,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    machine: `${availableParallelism()} processors, Node ${process.versions.node}`,
    sideBySide: SIDE_BY_SIDE,
  });
  writeFileSync(values.out, page);
  if ([...logs, ...tables].some(({ outcome }) => outcome.kind === "failed")) process.exitCode = 1;
}

/** Says on standard error what has been done, so that somebody who waits sees it go on. */
function told<Measured extends MeasuredLog | MeasuredTable>(measured: Measured, startedAt: number): Measured {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const { experiment, outcome } = measured;
  const said = outcome.kind === "failed" ? `could not be measured: ${outcome.reason}` : "measured";
  process.stderr.write(`${seconds} s  ${experiment.name} ${said}\n`);
  return measured;
}

function inOrder<Measured extends MeasuredLog | MeasuredTable>(
  measured: readonly Measured[],
  catalogue: Catalogue,
): readonly Measured[] {
  const order = namesOf(catalogue);
  return [...measured].sort((a, b) => order.indexOf(a.experiment.name) - order.indexOf(b.experiment.name));
}

function firstOf(seeds: string): string {
  return seeds.split(",")[0]?.trim() ?? seeds;
}

function commandLine(data: string): string {
  const parts = [`npm run results -- --data ${data} --seeds ${values.seeds}`];
  if (values.only !== undefined) parts.push(`--only ${values.only}`);
  if (values["one-seed"] !== undefined) parts.push(`--one-seed ${values["one-seed"]}`);
  return parts.join(" ");
}
