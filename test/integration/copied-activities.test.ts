import { expect, it } from "vitest";
import type { Activity } from "../../src/domain/activity.ts";
import type { OwnedActivity } from "../../src/store/imports/copied-activities.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const BARE: Activity = {
  ...{ source: "shop", externalId: "A1", kind: "usage", at: NOW },
  ...{ amountMinor: null, currency: null, category: null, quantity: null, document: null, note: null },
};

describeOnEachDatabase("new activities of an import", (database) => {
  async function begin() {
    const { imports, activityRows } = createStore(database());
    const file = { preset: "mainstay-activities", source: "shop", fileName: "shop.csv", sha256: "0" };
    const importId = await imports.start({ ...file, header: "external_id", delimiter: "," }, NOW);
    const add = (rows: ReadonlyArray<Partial<Activity>>, onSent?: () => void) => {
      const owned: OwnedActivity[] = rows.map((row) => ({ customerId: 7, activity: { ...BARE, ...row } }));
      return activityRows.newRows({ importId, fromLine: 2, toLine: 9, rejected: [] }, owned)(onSent);
    };
    const accepted = async () => (await imports.find(importId))?.accepted;
    return { importId, add, accepted };
  }

  const kept = async () =>
    (
      await database().pool.query(
        `SELECT external_id, customer_id, kind, at::text, amount_minor, currency, category, quantity, document, note, import_id
         FROM activities ORDER BY external_id`,
      )
    ).rows;

  it("are kept as they were told, whatever they hold", async () => {
    const { importId, add } = await begin();
    const note = `${"客戶維繫 ".repeat(30_000)}\t"\\.`;
    const full = {
      amountMinor: 1_000_000_000_000,
      currency: "TWD",
      category: "椅子",
      quantity: 0.1,
      document: "",
    };
    await add([
      BARE,
      { ...full, externalId: "A2", kind: "order", at: new Date("0001-01-01T00:00:00.001Z"), note },
      { externalId: "A3", at: new Date("9999-12-31T23:59:59.999Z"), amountMinor: 0 },
    ]);
    const bare = {
      amount_minor: null,
      currency: null,
      category: null,
      quantity: null,
      document: null,
      note: null,
    };
    const owned = { customer_id: 7, import_id: importId };
    expect(await kept()).toEqual([
      { ...bare, ...owned, external_id: "A1", kind: "usage", at: "2026-11-22 00:00:00+00" },
      {
        ...{ ...owned, external_id: "A2", kind: "order", at: "0001-01-01 00:00:00.001+00" },
        ...{
          amount_minor: "1000000000000",
          currency: "TWD",
          category: "椅子",
          quantity: 0.1,
          document: "",
          note,
        },
      },
      {
        ...{ ...bare, ...owned, external_id: "A3", kind: "usage" },
        ...{ at: "9999-12-31 23:59:59.999+00", amount_minor: "0" },
      },
    ]);
  });

  it("are written with what the import notes of them, or neither is, and whoever asks next is answered", async () => {
    const { add, accepted } = await begin();
    const sent: string[] = [];
    expect(await add([BARE], () => sent.push("one"))).toBe(true);
    expect(await add([{ externalId: "A2" }, BARE], () => sent.push("two"))).toBe(false);
    expect([(await kept()).length, await accepted(), sent]).toEqual([1, 1, ["one", "two"]]);
    expect(await add([{ externalId: "A2" }])).toBe(true);
    expect(await accepted()).toBe(2);
  });

  it("fail with an error, and nothing of them is written, where they break a rule of the table", async () => {
    const { add, accepted } = await begin();
    await expect(add([BARE, { externalId: "A2", amountMinor: -1 }])).rejects.toThrow(
      "activities_amount_check",
    );
    expect([await kept(), await accepted()]).toEqual([[], 0]);
  });
});
