import type { Statement } from "../../src/store/database/statement.ts";
import type { MigratedSchema } from "./schema.ts";

/** A value of each type that a statement may be given or a column may hold; the text is a time zone, which some ask for. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  bool: true,
  bpchar: "EUR",
  bytea: new Uint8Array(),
  date: "2026-01-01",
  float4: 0.5,
  float8: 0.5,
  int2: 1,
  int4: 1,
  int8: 1,
  json: "[]",
  jsonb: "[]",
  numeric: "1",
  text: "UTC",
  timestamptz: "2026-01-01T00:00:00Z",
  varchar: "UTC",
};
const LATER = { ...SAMPLES, date: "2026-01-02", timestamptz: "2026-01-02T00:00:00Z" };

/** On no rows at all, and on one row a table in which everything is null that may be, at its moment and a day later. */
const TRIALS = [
  { filled: false, samples: SAMPLES, where: "where there are no rows" },
  { filled: true, samples: SAMPLES, where: "where everything is null that may be" },
  { filled: true, samples: LATER, where: "where everything is null that may be" },
];

/**
 * PostgreSQL does not say whether what is computed can be null, so every statement is run, and undone: no column that is
 * declared as never null may come back null. A trial that finds nothing proves nothing; the rows of the tests are
 * looked at as well (test/support/no-undeclared-nulls.ts).
 * @returns findings by statement, and the names of those that refused the samples each time
 */
export async function undeclaredNulls(
  statements: readonly Statement[],
  schema: MigratedSchema,
): Promise<{
  readonly findings: ReadonlyMap<Statement, readonly string[]>;
  readonly notTried: readonly string[];
}> {
  const findings = new Map<Statement, string[]>();
  const answering = statements.filter(({ row }) => Object.keys(row).length > 0);
  const notTried = new Set(answering.map(({ name }) => name));
  for (const { filled, samples, where } of TRIALS) {
    const answers = await schema.tryOut(
      answering.map(({ sql }) => sql),
      filled ? SAMPLES : null,
      samples,
    );
    for (const [place, statement] of answering.entries()) {
      const rows = answers[place] ?? null;
      if (rows === null) continue;
      notTried.delete(statement.name);
      const columns = Object.entries(statement.row).filter(([, { nullable }]) => !nullable);
      const nulls = columns.filter(([name]) => rows.some((row) => row[name] === null));
      const said = nulls.map(([name]) => `column "${name}" is null ${where}, declared as never null`);
      findings.set(statement, [...new Set([...(findings.get(statement) ?? []), ...said])]);
    }
  }
  return { findings, notTried: [...notTried] };
}
