import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { memberStore } from "../../src/store/customers/members.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase, ownDatabases } from "../support/databases.ts";

const { embedded, native } = ownDatabases();

describeOnEachDatabase("mainstay ledger", (database) => {
  let out: string;
  beforeEach(async () => {
    const { rows } = await database().pool.query("SELECT version() AS version");
    const isEmbedded = native === null || /emscripten|wasm/i.test(rows[0].version);
    vi.stubEnv("DATABASE_URL", isEmbedded ? embedded : native);
    vi.stubEnv("TIME_ZONE", "Europe/Berlin");
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  });
  afterEach(() => void vi.unstubAllEnvs());

  async function ledger(...args: string[]) {
    out = "";
    const code = await runCli(["node", "mainstay", "ledger", ...args, "--json"]);
    const json = out.trimEnd().split("\n").at(-1) ?? "";
    return { code, json: json.startsWith("{") ? JSON.parse(json) : null };
  }
  const cost = (amount: string, more: readonly string[] = []) => [
    ...["--category", "labour", "--subcategory", "pay", "--kind", "direct", "--amount", amount],
    ...["--currency", "eur", "--for", "all", "--driver", "minutes", ...more],
  ];
  const july = ["--from", "2020-07-01", "--to", "2020-07-31"];

  it("records, corrects and closes, and says why it will not", async () => {
    expect((await ledger("add", ...cost("1.234,50", [...july, "--id", "K1"]))).json).toMatchObject({
      kind: "added",
      entry: { id: 1, amountMinor: 123_450, subcategory: "pay", createdBy: "command line" },
    });
    expect((await ledger("add", ...cost("1234.50", [...july, "--id", "K1"]))).json).toMatchObject({
      kind: "there-already",
      same: true,
    });
    const other = await ledger("add", ...cost("99", [...july, "--id", "K1"]));
    expect([other.code, other.json.error]).toEqual([
      1,
      expect.stringContaining("ledger correct 1 --to AMOUNT"),
    ]);
    expect((await ledger("add", ...cost("1,234", july))).json.error).toContain("can be 1234 or 1.234");
    expect((await ledger("add", ...cost("5", ["--from", "2020-07-32", "--to", "2020-08-01"]))).code).toBe(2);

    expect((await ledger("correct", "1", "--by", "-234.50")).json).toMatchObject({ nowMinor: 100_000 });
    expect((await ledger("correct", "1", "--to", "-1")).json.error).toContain("€1,000.00 at most");
    expect((await ledger("correct", "1")).json.error).toContain("--by -20");
    expect((await ledger("correct", "9", "--to", "1")).json.error).toContain("no entry 9");

    expect((await ledger("close", "2020-07-31")).json).toMatchObject({ throughDay: "2020-07-31" });
    expect((await ledger("close", "2099-12-31")).json.error).toContain("is not over");
    const late = await ledger("add", ...cost("5", july));
    expect([late.code, late.json.error]).toEqual([1, expect.stringContaining("2020-08-01 or later")]);
    expect((await ledger("correct", "1", "--to", "900")).json).toMatchObject({ kind: "corrected" });
    const listed = (await ledger("list", "--from", "2020-07-31")).json;
    expect(listed.entries.map((entry: { amountMinor: number }) => entry.amountMinor)).toEqual([
      -10_000, -23_450, 123_450,
    ]);
    expect(listed).toMatchObject({ closedThrough: "2020-07-31", total: 3 });
    expect(listed.entries[0]).toMatchObject({ correctsId: 1, bookedOn: "2020-08-01" });
    const few = (await ledger("list", "--limit", "1", "--category", "labour")).json;
    expect([few.entries.length, few.total]).toEqual([1, 3]);
    expect((await ledger("list", "--note", "nothing")).json).toMatchObject({ entries: [], total: 0 });
    expect((await ledger("list", "--customer", "Nobody")).json.error).toContain("Nobody");
    expect((await ledger("list", "rates", "--note", "x")).json.error).toContain("choose among entries");
    expect((await ledger("list", "--limit", "0")).code).toBe(2);
  });

  it("keeps rates, budgets, hourly costs and recurring costs", async () => {
    expect((await ledger("rate", "usd", "EUR", "0.92", "--from", "2020-07-01")).json).toMatchObject({
      kind: "stated",
      rate: { fromCurrency: "USD", rate: "0.92" },
    });
    expect((await ledger("rate", "USD", "EUR", "0,92", "--from", "2020-07-01")).json.error).toContain(
      "no rate",
    );
    expect((await ledger("rate", "USD", "USD", "1", "--from", "2020-07-01")).code).toBe(1);
    expect((await ledger("rate", "USD", "EURO", "1", "--from", "2020-07-01")).code).toBe(2);

    const budget = ["budget", "segment:大客户", "12000", "EUR", "--from", "2020-07-01", "--to", "2020-09-30"];
    const nobody = await ledger(...budget);
    expect([nobody.code, nobody.json.error]).toEqual([
      1,
      expect.stringContaining("No customer is in a segment “大客户”. Check its spelling"),
    ]);
    expect((await ledger("list", "budgets")).json.budgets).toEqual([]);
    await addCustomer(database(), { name: "Acme", segment: "大客户" });
    expect((await ledger(...budget)).json).toMatchObject({ scope: "segment:大客户", amountMinor: 1_200_000 });
    expect((await ledger("budget", "category:rent", ...budget.slice(2))).json.error).toContain(
      "labour, tools",
    );
    for (const tooLarge of [
      ["budget", "all", "90000000000000", "EUR", "--from", "2020-07-01", "--to", "2020-09-30"],
      ["hourly-cost", "ana@example.com", "90000000000000", "EUR", "--from", "2020-01-01"],
      ["add", ...cost("90000000000000", july)],
    ])
      expect((await ledger(...tooLarge)).json.error).toContain("€10,000,000,000.00 is the most");
    expect((await ledger("budget", "team:x", ...budget.slice(2))).json.error).toContain("category:NAME");

    const member = { slackUserId: "U1", name: "Ana", email: "ana@example.com", timeZone: "UTC" };
    await memberStore(database()).save({ ...member, role: "rep", account: "member" }, new Date());
    const hourly = ["hourly-cost", "Ana@example.com", "48.50", "EUR", "--from", "2020-01-01"];
    expect((await ledger(...hourly)).json).toMatchObject({
      cost: { memberId: "U1", perHour: { minor: 4_850 } },
    });
    expect((await ledger("hourly-cost", "bob", ...hourly.slice(2))).json.error).toContain("no member “bob”");

    const recurring = ["--every", "year", "--from", "2020-01-31", "--until", "2021-12-31"];
    expect((await ledger("recurring", "add", ...cost("99", recurring))).json).toMatchObject({ made: 2 });
    expect((await ledger("recurring", "run")).json).toEqual({ made: 0 });
    expect((await ledger("recurring", "end", "1", "2020-12-31")).json).toMatchObject({ entriesAfter: [2] });
    expect((await ledger("list", "recurring")).json.recurring).toMatchObject([{ untilDay: "2020-12-31" }]);
    expect((await ledger("list", "rates")).json.rates).toHaveLength(1);
    expect((await ledger("list", "budgets")).json.budgets).toHaveLength(1);
    expect((await ledger("list", "hourly-costs")).json["hourly-costs"]).toHaveLength(1);
  });
});
