import { beforeEach, expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { endSnooze } from "../../src/flows/messages/end-snooze.ts";
import { snoozeCustomer } from "../../src/flows/messages/snooze-customer.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnEachDatabase("snooze", (database) => {
  let id: number;
  beforeEach(async () => {
    id = await addCustomer(database(), { name: "Acme" });
  });

  const depsAt = (at: Date) => ({ ...createStore(database()), clock: () => at });
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
  const snooze = (untilDay: string, timeZone = "Europe/Berlin", customerId = id) =>
    snoozeCustomer(depsAt(NOW), { customerId, memberId: "U1", untilDay, timeZone, seenAt: NOW });
  const snoozeBy = (memberId: string, untilDay: string, at: Date, seenAt: Date | null) =>
    snoozeCustomer(depsAt(at), { customerId: id, memberId, untilDay, timeZone: "UTC", seenAt });
  const endBy = (memberId: string, at: Date, seenAt: Date | null) =>
    endSnooze(depsAt(at), { customerId: id, memberId, seenAt });
  const notes = async () => {
    const { rows } = await database().pool.query<{ recipient: string; message: object }>(
      "SELECT recipient, message FROM outbox WHERE kind = 'snooze-note' ORDER BY id",
    );
    return rows;
  };

  it("ends when the day begins in the member's time zone", async () => {
    expect(await snooze("2026-12-15")).toEqual({
      ...{ kind: "snoozed", until: new Date("2026-12-14T23:00:00Z"), passesRenewalOn: null },
    });
    expect(await snooze("2026-12-15", "Asia/Shanghai")).toEqual({
      kind: "snoozed",
      until: new Date("2026-12-14T16:00:00Z"),
      passesRenewalOn: null,
    });
    expect((await factStore(database()).read([], [id], NOW)).get(id)?.customer).toMatchObject({
      snoozedUntil: new Date("2026-12-14T16:00:00Z"),
      snoozedBy: "U1",
      snoozedAt: NOW,
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

  it("says which renewal it sleeps through", async () => {
    await database().pool.query("UPDATE customers SET renews_on = '2026-12-12'");
    expect(await snooze("2026-12-12")).toMatchObject({ passesRenewalOn: null });
    expect(await snooze("2026-12-13")).toMatchObject({ passesRenewalOn: "2026-12-12" });
  });

  it("can be ended, once", async () => {
    expect(await endBy("U1", NOW, null)).toEqual({ kind: "not-snoozed" });
    await snooze("2026-12-15");
    expect(await endBy("U2", minutes(5), minutes(4))).toEqual({ kind: "ended" });
    expect(await endBy("U2", minutes(5), minutes(4))).toEqual({ kind: "not-snoozed" });
    expect((await factStore(database()).read([], [id], NOW)).get(id)?.customer).toMatchObject({
      ...{ snoozedUntil: null, snoozedBy: null, snoozedAt: null },
    });
    const { rows } = await database().pool.query("SELECT action, actor FROM audit_events ORDER BY id");
    expect(rows.at(-1)).toEqual({ action: "customer.snooze-ended", actor: "U2" });
  });

  it("of two people at once is the first one's; whoever has not seen it changes nothing", async () => {
    await fileRows(database()).member("U1", "u1@us.example");
    const both = await Promise.all([
      snoozeBy("U1", "2026-12-15", minutes(1), NOW),
      snoozeBy("U2", "2026-12-20", minutes(1), NOW),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["meanwhile", "snoozed"]);
    await database().pool.query(
      "UPDATE customers SET snoozed_by = 'U1', snoozed_until = '2026-12-15T00:00:00Z'",
    );
    const meanwhile = { kind: "meanwhile", snooze: { by: "U1", byName: "U1", at: minutes(1) } };
    expect(await snoozeBy("U2", "2026-12-20", minutes(2), NOW)).toMatchObject(meanwhile);
    expect(await endBy("U2", minutes(2), NOW)).toMatchObject(meanwhile);
    // One's own can be changed, another's by whoever has seen it.
    expect(await snoozeBy("U1", "2026-12-16", minutes(3), NOW)).toMatchObject({ kind: "snoozed" });
    expect(await snoozeBy("U2", "2026-12-20", minutes(5), minutes(4))).toMatchObject({ kind: "snoozed" });
  });

  it("tells the owner what a colleague did, each deed once, and nobody what they did themselves", async () => {
    await fileRows(database()).member("UO", "owner@us.example");
    await database().pool.query("UPDATE customers SET owner_email = 'Owner@us.example'");
    await snoozeBy("UO", "2026-12-15", NOW, NOW);
    expect(await notes()).toEqual([]);
    await snoozeBy("U2", "2026-12-20", minutes(1), minutes(1));
    await endBy("U3", minutes(2), minutes(2));
    await endBy("U3", minutes(2), minutes(2));
    const about = { kind: "snooze-note", customerId: id, name: "Acme" };
    expect(await notes()).toEqual([
      {
        recipient: "UO",
        message: { ...about, by: "U2", at: minutes(1).toISOString(), untilDay: "2026-12-20" },
      },
      { recipient: "UO", message: { ...about, by: "U3", at: minutes(2).toISOString(), untilDay: null } },
    ]);
    await database().pool.query("UPDATE members SET account = 'deactivated'");
    await snoozeBy("U2", "2026-12-21", minutes(3), minutes(3));
    expect(await notes()).toHaveLength(2);
  });
});
