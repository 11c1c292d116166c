import { expect, it } from "vitest";
import { AUDIT_ACTIONS } from "../../../src/domain/audit-action.ts";
import { NOT_HANDED_OUT } from "../../../src/store/customers/personal-tables.ts";
import { statedStatements } from "../../../src/store/database/statement.ts";
import "../../../src/store/store.ts";
import { cliAudit } from "../../../src/words/en/cli/audit.ts";
import { cliPrivacy } from "../../../src/words/en/cli/privacy.ts";

const known: readonly string[] = AUDIT_ACTIONS;

it("has words for every action of the audit, and none for what is no action", () => {
  const said = Object.keys(cliAudit).filter((code) => code.startsWith("cli.audit.did."));
  expect(said.map((code) => code.slice("cli.audit.did.".length)).sort()).toEqual([...known].sort());
});

/** Other actions are typed; these are written by SQL. One that is put together gives its beginning. */
it("lists every action that a statement writes", () => {
  const writing = statedStatements().filter(({ sql }) => sql.includes("INSERT INTO audit_events"));
  const actions = writing.flatMap(({ sql }) =>
    [...sql.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, a = ""]) => a),
  );
  const beginnings = writing.flatMap(({ sql }) =>
    [...sql.matchAll(/'([a-z-]+\.)' \|\|/g)].map(([, b = ""]) => b),
  );
  expect(actions.length).toBeGreaterThan(20);
  // Reasons why a message is not sent stand in statements that note besides.
  const others = actions.filter((action) => !action.startsWith("undelivered."));
  expect(others.filter((action) => !known.includes(action))).toEqual([]);
  expect(beginnings.filter((start) => !known.some((action) => action.startsWith(start)))).toEqual([]);
});

it("has words for every reason why a table is not handed out", () => {
  const reasons = Object.values(NOT_HANDED_OUT).map((because) => `cli.privacy.because.${because}`);
  expect(reasons.filter((code) => !(code in cliPrivacy))).toEqual([]);
});
