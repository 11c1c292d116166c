import { expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { CostSummaryMessage } from "../../src/domain/messages/messages.ts";
import { sendCostSummary } from "../../src/flows/messages/send-cost-summary.ts";
import { createStore } from "../../src/store/store.ts";
import { costEntries } from "../support/cost-entries.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const now = new Date("2026-12-03T09:00:00Z");
const entry = (externalId: string, given: Partial<CostEntry> = {}): CostEntry => ({
  source: "test",
  externalId,
  category: "labour",
  subcategory: null,
  kind: "direct",
  amountMinor: 6_000,
  currency: "EUR",
  fromDay: "2026-11-01",
  toDay: "2026-11-30",
  appliesTo: "all",
  driver: "equal",
  note: null,
  ...given,
});

describeOnEachDatabase("cost summary", (database) => {
  const store = () => createStore(database());
  const send = () => sendCostSummary({ ...store(), clock: () => now }, { month: "2026-11", timeZone: "UTC" });
  const channel = (channelId: string, costSummary = true) =>
    store().channelSettings.save({
      channelId,
      digest: false,
      costSummary,
      alerts: false,
      escalations: false,
      timeZone: "UTC",
      locale: "en",
      setBy: "U1",
      updatedAt: now,
    });
  const messages = async () =>
    (
      await database().pool.query<{ key: string; message: CostSummaryMessage }>(
        "SELECT key, message FROM outbox ORDER BY key",
      )
    ).rows;

  it("keeps an entry once, and gives back those that cover a day", async () => {
    const costs = costEntries(database());
    expect(await costs.record([entry("1"), entry("2", { note: "Überstunden 加班" })])).toBe(2);
    expect(await costs.record([entry("1", { amountMinor: 1 }), entry("3")])).toBe(1);
    expect(await costs.record([])).toBe(0);
    expect(await costs.covering("2026-11-30", "2026-12-31")).toHaveLength(3);
    expect(await costs.covering("2026-12-01", "2026-12-31")).toEqual([]);
    expect((await costs.covering("2026-11-05", "2026-11-05"))[1]).toEqual(
      entry("2", { note: "Überstunden 加班" }),
    );
  });

  it("sums the month up over the customers served and retained in it", async () => {
    const rows = fileRows(database());
    const contract = (started_on: string, ended_on: string | null = null) =>
      rows.customer("C", { started_on, ended_on, renews_on: "2027-01-01", currency: "EUR" });
    await contract("2025-01-01");
    await contract("2025-01-01");
    await contract("2025-01-01", "2026-11-10");
    await contract("2026-11-20");
    await costEntries(database()).record([
      entry("1"),
      entry("2", { fromDay: "2026-10-01", amountMinor: 6_100, category: "tools", kind: "indirect" }),
      entry("3", { currency: "CNY", amountMinor: 800, note: "礼品" }),
    ]);
    const change = { by: "U1", at: now };
    await store().exchangeRates.state(
      { fromCurrency: "CNY", toCurrency: "EUR", day: "2026-01-01", rate: "0.125" },
      change,
    );
    await store().costBudgets.set(
      {
        scope: { kind: "all" },
        fromDay: "2026-10-01",
        toDay: "2026-12-31",
        amountMinor: 24_400,
        currency: "EUR",
      },
      change,
    );
    await channel("C1");
    expect(await send()).toEqual([{ kind: "sent", channelId: "C1" }]);
    const [kept] = await messages();
    expect(kept?.key).toBe("costs:C1:2026-11");
    expect(kept?.message.base).toEqual({ served: 4, retained: 2 });
    expect(kept?.message.currencies).toMatchObject([
      {
        currency: "EUR",
        totalMinor: 9_100,
        previousTotalMinor: 3_100,
        directMinor: 6_100,
        indirectMinor: 3_000,
        perServed: { money: { minor: 2_275 } },
        perRetained: { money: { minor: 4_550 } },
        movements: [
          {
            category: "labour",
            because: [
              { what: "all", minor: 6_000, previousMinor: 0 },
              { what: "礼品", minor: 100, previousMinor: 0 },
            ],
          },
          { category: "tools", minor: 3_000, previousMinor: 3_100 },
        ],
      },
    ]);
    expect(kept?.message.budgets).toMatchObject([{ scope: "all", usedMinor: 12_200, usedPercent: 50 }]);
  });

  it("shows what is known, leaves out what has no rate and names the rate, and compares none of it", async () => {
    await fileRows(database()).customer("C", {
      started_on: "2025-01-01",
      renews_on: "2027-01-01",
      currency: "EUR",
    });
    await costEntries(database()).record([entry("1"), entry("2", { currency: "CNY", amountMinor: 800 })]);
    await channel("C1");
    await send();
    const [kept] = await messages();
    expect(kept?.message.currencies).toMatchObject([
      { currency: "EUR", totalMinor: expect.any(Number), changePercent: null, movements: [] },
    ]);
    expect(kept?.message.currencies[0]?.totalMinor).toBeGreaterThan(0);
    expect(kept?.message.notes).toMatchObject([
      {
        code: "cost.note.rate-missing.amount",
        parameters: { from: "CNY", to: "EUR", amount: { minor: 800, currency: "CNY" } },
      },
    ]);
  });

  it("never goes to a channel that did not ask, nor twice", async () => {
    await channel("C1");
    await channel("C3", false);
    expect(await send()).toEqual([{ kind: "sent", channelId: "C1" }]);
    expect(await send()).toEqual([{ kind: "already-sent", channelId: "C1" }]);
    expect((await messages()).map(({ key }) => key)).toEqual(["costs:C1:2026-11"]);
  });
});
