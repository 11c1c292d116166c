import { expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { CostSummaryMessage } from "../../src/domain/messages.ts";
import { sendCostSummary } from "../../src/flows/send-cost-summary.ts";
import { channelSettingStore } from "../../src/store/channel-settings.ts";
import { costStore } from "../../src/store/costs.ts";
import { outboxStore } from "../../src/store/outbox.ts";
import { retentionStore } from "../../src/store/retention.ts";
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
  const send = () =>
    sendCostSummary(
      {
        costs: costStore(database()),
        retention: retentionStore(database()),
        channelSettings: channelSettingStore(database()),
        outbox: outboxStore(database()),
      },
      { month: "2026-11", timeZone: "UTC", now },
    );
  const channel = (channelId: string, shared = false, costSummary = true) =>
    channelSettingStore(database()).save({
      channelId,
      digest: false,
      costSummary,
      alerts: false,
      shared,
      timeZone: "UTC",
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
    const store = costStore(database());
    expect(await store.record([entry("1"), entry("2", { note: "Überstunden 加班" })])).toBe(2);
    expect(await store.record([entry("1", { amountMinor: 1 }), entry("3")])).toBe(1);
    expect(await store.record([])).toBe(0);
    expect(await store.covering("2026-11-30", "2026-12-31")).toHaveLength(3);
    expect(await store.covering("2026-12-01", "2026-12-31")).toEqual([]);
    expect((await store.covering("2026-11-05", "2026-11-05"))[1]).toEqual(
      entry("2", { note: "Überstunden 加班" }),
    );
  });

  it("sums the month up over the customers served and retained in it", async () => {
    const rows = fileRows(database());
    const contract = (started_on: string, ended_on: string | null = null) =>
      rows.customer("C", { started_on, ended_on, renews_on: "2027-01-01" });
    await contract("2025-01-01");
    await contract("2025-01-01");
    await contract("2025-01-01", "2026-11-10");
    await contract("2026-11-20");
    await costStore(database()).record([
      entry("1"),
      entry("2", { fromDay: "2026-10-01", amountMinor: 6_100, category: "tools", kind: "indirect" }),
      entry("3", { currency: "CNY", amountMinor: 800 }),
    ]);
    await channel("C1");
    expect(await send()).toEqual([{ kind: "sent", channelId: "C1" }]);
    const [kept] = await messages();
    expect(kept?.key).toBe("costs:C1:2026-11");
    expect(kept?.message.base).toEqual({ served: 4, retained: 2 });
    expect(kept?.message.currencies).toMatchObject([
      { currency: "CNY", totalMinor: 800, perServed: { money: { minor: 200 } } },
      {
        currency: "EUR",
        totalMinor: 9_000,
        previousTotalMinor: 3_100,
        directMinor: 6_000,
        indirectMinor: 3_000,
        perServed: { money: { minor: 2_250 } },
        perRetained: { money: { minor: 4_500 } },
      },
    ]);
  });

  it("never goes to a shared channel, nor to one that did not ask, nor twice", async () => {
    await channel("C1");
    await channel("C2", true);
    await channel("C3", false, false);
    expect(await send()).toEqual([
      { kind: "sent", channelId: "C1" },
      { kind: "skip", channelId: "C2", because: "shared-channel" },
    ]);
    expect(await send()).toEqual([
      { kind: "skip", channelId: "C1", because: "already-sent" },
      { kind: "skip", channelId: "C2", because: "shared-channel" },
    ]);
    expect((await messages()).map(({ key }) => key)).toEqual(["costs:C1:2026-11"]);
  });
});
