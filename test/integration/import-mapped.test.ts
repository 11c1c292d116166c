import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { describeOnOneDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const SHOP = `Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Billing Name
#1,ann@example.com,paid,EUR,2025-12-06 10:36:16 -0500,1,Candle,8.99,3.00,安娜
#1,ann@example.com,,,2025-12-06 10:36:16 -0500,2,Tea,12.50,,
#2,bo@example.com,voided,EUR,2025-12-07 09:00:00 -0500,1,Cup,5.00,0.00,Bo
`;

describeOnOneDatabase("mainstay import without a preset", (database) => {
  let folder: string;
  const { run } = mainstayIn(database);
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const load = (path: string, ...more: string[]) =>
    run("import", path, "--save-map", join(folder, "mapping.yml"), ...more);
  const stored = async () => {
    const { rows } = await database().pool.query(`
      SELECT kind, a.external_id AS id, c.name, amount_minor::int AS minor FROM activities a
      JOIN customers c ON c.id = a.customer_id ORDER BY a.external_id`);
    return rows.map(({ kind, id, name, minor }) => [kind, id, name, minor]);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-mapped-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("shows first, then brings in every kind of row, and adds nothing twice", async () => {
    const shop = file("orders_export.csv", SHOP);
    const shown = await load(shop);
    expect(shown).toMatchObject({ code: 1, out: expect.stringContaining("recognised as shopify-orders") });
    expect(shown.out).toContain("Nothing is imported yet");
    expect(await stored()).toEqual([]);

    const imported = await load(shop, "--yes");
    expect(imported.code, imported.err).toBe(0);
    const rows = [
      ["order", "#1", "安娜", 899],
      ["order", "#1-2", "安娜", 2_500],
      ["refund", "#1-refund", "安娜", 300],
    ];
    expect(await stored()).toEqual(rows);

    const again = await load(shop, "--yes");
    expect(again.code, again.err).toBe(0);
    expect(await stored()).toEqual(rows);
  });

  it("asks which of two dates is meant, and takes the answer from the mapping", async () => {
    const orders = file(
      "orders.csv",
      "Order Number,Customer ID,Order Date,Total,Currency\n7,C1,03/04/2025,12.50,EUR\n",
    );
    const open = await load(orders, "--yes");
    expect(open).toMatchObject({ code: 1, err: expect.stringContaining("more than one way") });
    expect(await stored()).toEqual([]);

    const written = join(folder, "mapping.yml");
    const mapping = parse(readFileSync(written, "utf8"));
    mapping.kinds[0].facts.at.date = "dd/mm/yyyy";
    writeFileSync(written, stringify(mapping));
    const answered = await run("import", orders, "--map", written, "--yes");
    expect(answered.code, answered.err).toBe(0);
    const { rows } = await database().pool.query("SELECT at FROM activities");
    expect(rows).toEqual([{ at: new Date("2025-04-03T00:00:00Z") }]);
  });

  it("asks for the currency of amounts, and says what nobody recognises and what is no mapping", async () => {
    const orders = file("orders.csv", "Order Number,Customer ID,Order Date,Total\n7,C1,2025-04-13,12.50\n");
    expect(await load(orders, "--yes")).toMatchObject({
      code: 1,
      err: expect.stringContaining("--currency EUR"),
    });
    const said = await load(orders, "--yes", "--currency", "CHF");
    expect(said.code, said.err).toBe(0);

    const strange = file("strange.csv", "colour,shape\nred,round\n");
    expect(await load(strange)).toMatchObject({ code: 1, err: expect.stringContaining("colour, shape") });
    const bad = file("bad.yml", "source: shop\nkinds: []\n");
    expect(await load(orders, "--map", bad)).toMatchObject({
      code: 1,
      err: expect.stringContaining("no mapping"),
    });
  });
});
