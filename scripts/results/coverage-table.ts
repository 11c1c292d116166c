import { byLog, type LogRow } from "./log-tables.ts";
import { table } from "./markdown.ts";
import type { Evidence, MeasuredTable } from "./measurement.ts";

type Coverage = NonNullable<Evidence["coverage"]>;

/** How many groups' rates lay within the 80 % intervals: log by log, table by table, and altogether. */
export function coverageTable(rows: readonly LogRow[], tables: readonly MeasuredTable[]): readonly string[] {
  const logs = byLog(rows).map((own) => ({
    title: own[0]?.log.experiment.title ?? "",
    all: coverageOf(own.find(({ population }) => population === "all")?.evidence),
    active: coverageOf(own.find(({ population }) => population === "active")?.evidence),
  }));
  const pooled = tables.map(({ experiment, outcome }) => ({
    title: `${experiment.title} (pooled)`,
    all: outcome.kind === "failed" ? null : outcome.figures.evidence.coverage,
    active: null,
  }));
  const together = (name: string, of: typeof logs) => [
    name,
    share(total(of.map(({ all }) => all))),
    share(total(of.map(({ active }) => active))),
  ];
  return table(
    ["", "all", "active"],
    [
      ...[...logs, ...pooled].map(({ title, all, active }) => [title, counts(all), counts(active)]),
      together("**all logs**", logs),
      ...(pooled.length === 0 ? [] : [together("**all tables**", pooled)]),
    ],
  );
}

const coverageOf = (evidence: Evidence | undefined): Coverage | null => evidence?.coverage ?? null;

function total(parts: readonly (Coverage | null)[]): Coverage {
  return parts.reduce<Coverage>(
    (sum, part) => ({
      covered: sum.covered + (part?.covered ?? 0),
      groups: sum.groups + (part?.groups ?? 0),
    }),
    { covered: 0, groups: 0 },
  );
}

const told = (count: number) => String(Number(count.toFixed(1)));
const counts = (coverage: Coverage | null) =>
  coverage === null ? "–" : `${told(coverage.covered)} of ${told(coverage.groups)}`;

function share(coverage: Coverage): string {
  if (coverage.groups === 0) return "–";
  return `${counts(coverage)} (${((100 * coverage.covered) / coverage.groups).toFixed(0)} %)`;
}
