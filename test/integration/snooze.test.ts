import { beforeEach, expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { snoozeCustomer } from "../../src/flows/customers/snooze-customer.ts";
import { customerStore } from "../../src/store/customers/customers.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnEachDatabase("snooze", (database) => {
  let id: number;
  beforeEach(async () => {
    id = await addCustomer(database(), { name: "Acme" });
  });

  const snooze = (untilDay: string, timeZone = "Europe/Berlin", customerId = id) =>
    snoozeCustomer(
      { customers: customerStore(database()), clock: () => NOW },
      { customerId, memberId: "U1", untilDay, timeZone },
    );

  it("ends when the day begins in the member's time zone", async () => {
    expect(await snooze("2026-12-15")).toEqual({ kind: "snoozed", until: new Date("2026-12-14T23:00:00Z") });
    expect(await snooze("2026-12-15", "Asia/Shanghai")).toEqual({
      kind: "snoozed",
      until: new Date("2026-12-14T16:00:00Z"),
    });
    expect((await factStore(database()).read([], [id], NOW)).get(id)?.customer).toMatchObject({
      snoozedUntil: new Date("2026-12-14T16:00:00Z"),
      snoozedBy: "U1",
    });
  });

  it("settles what was open and notes who did it", async () => {
    const { record, find } = suggestionStore(database());
    await record([
      {
        key: "s1",
        kind: "card",
        customerId: id,
        memberId: null,
        playbook: "thank",
        action: phrase("thank.action"),
        reason: phrase("thank.reason", { days: 0 }),
        probability: null,
        createdAt: NOW,
      },
    ]);
    await snooze("2026-12-15");
    expect(await find("s1")).toMatchObject({ status: "snoozed", settledBy: "U1" });
    const { rows } = await database().pool.query("SELECT action, actor, customer_id FROM audit_events");
    expect(rows).toEqual([{ action: "customer.snoozed", actor: "U1", customer_id: id }]);
  });

  it("refuses a day that has begun and a customer that is gone", async () => {
    expect(await snooze("2026-12-09")).toEqual({ kind: "past" });
    expect(await snooze("2026-12-15", "UTC", 999)).toEqual({ kind: "gone" });
  });
});
