import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import type { Message } from "../../src/domain/messages/messages.ts";
import { HISTORY_PAGE, type HistoryEvent, MOST_SINGLE_DAYS } from "../../src/domain/outreach/history.ts";
import { nudgeKeys } from "../../src/domain/outreach/nudges.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { loadHistory } from "../../src/flows/outreach/load-history.ts";
import { endSnoozeWithin, snoozeWithin } from "../../src/store/customers/snoozes.ts";
import { setOverrideWithin, takeBackOverrideWithin } from "../../src/store/outreach/overrides.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const ana: Member = {
  ...{ slackUserId: "U1", name: "Ana", email: "ana@example.com", role: "rep", timeZone: "Asia/Taipei" },
};

type Sending = {
  readonly key: string;
  readonly recipient: string;
  readonly message: object;
  readonly status: string;
  readonly day: string;
  readonly nudged?: readonly number[];
};

describeOnEachDatabase("a customer's history", (database) => {
  let id: number;
  let other: number;
  const store = () => createStore(database());
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);
  const page = (number = 0, upTo = NOW, timeZone = "UTC") =>
    store().history.page({ customerId: id, upTo, timeZone, page: number });
  /** In short: the day, the kind, and what is named of it. */
  const told = (events: readonly HistoryEvent[], ...fields: string[]) =>
    events.map((event) => {
      const given = new Map<string, unknown>(Object.entries(event));
      return [event.at.toISOString().slice(0, 10), event.kind, ...fields.map((field) => given.get(field))];
    });

  beforeEach(async () => {
    id = await addCustomer(database(), { name: "Acme", ownerEmail: "ana@example.com" });
    other = await addCustomer(database(), { name: "Globex" });
    await query("INSERT INTO members (slack_user_id, name, email) VALUES ('U1', 'Ana', 'ana@example.com')");
  });

  it("is empty of a customer of whom nothing happened", async () => expect(await page()).toEqual([]));

  describe("activities", () => {
    it("are summed by day of the reader, kind and currency, with their products", async () => {
      const order = (at: string, minor: number, currency: string, product: string) =>
        query(
          `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category)
           VALUES ('t', $6, $3, 'order', $1, $2, $5, $4)`,
          [at, minor, id, product, currency, `${at} ${product} ${currency}`],
        );
      await order("2026-12-01T15:00:00Z", 100, "EUR", "Tea");
      await order("2026-12-01T17:00:00Z", 200, "EUR", "Mugs");
      await order("2026-12-01T18:00:00Z", 300, "EUR", "Pots");
      await order("2026-12-01T19:00:00Z", 400, "EUR", "Cups");
      await order("2026-12-01T19:00:00Z", 500, "EUR", "Cans");
      await order("2026-12-01T20:00:00Z", 7_000, "JPY", "Tea");
      await addOrder(database(), id, "2026-12-02T09:00:00Z", 50, { kind: "refund" });
      await addOrder(database(), id, "2026-12-03T09:00:00Z", 0);
      await addOrder(database(), other, "2026-12-03T09:00:00Z", 99);
      await addOrder(database(), id, "2026-12-10T09:00:00Z", 99);
      const days = await page(0, NOW, "Asia/Taipei");
      expect(days.map((event) => event.kind === "activity" && [event.from, event.of, event.amount])).toEqual([
        ["2026-12-03", "sample", null],
        ["2026-12-02", "refund", { minor: 50, currency: "EUR" }],
        ["2026-12-02", "order", { minor: 7_000, currency: "JPY" }],
        ["2026-12-02", "order", { minor: 1_400, currency: "EUR" }],
        ["2026-12-01", "order", { minor: 100, currency: "EUR" }],
      ]);
      expect(days[3]).toMatchObject({ products: ["Cans", "Cups", "Mugs"], productsInAll: 4 });
      expect(await page()).toHaveLength(4);
    });

    it("are summed by week where they are many, each kind by itself", async () => {
      await query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at, quantity)
         SELECT 'u', n::text, $1, 'usage', $2::timestamptz - n * interval '1 day', 1
         FROM generate_series(1, ${MOST_SINGLE_DAYS} + 1) n`,
        [id, NOW],
      );
      await addOrder(database(), id, "2026-12-02T09:00:00Z", 50);
      const shown = (await page()).map(
        (event) => event.kind === "activity" && [event.of, event.span, event.from],
      );
      expect(shown.slice(0, 3)).toEqual([
        ["usage", "week", "2026-12-07"],
        ["usage", "week", "2026-11-30"],
        ["order", "day", "2026-12-02"],
      ]);
      expect((await page()).slice(0, 2)).toMatchObject([{ quantity: 2 }, { quantity: 7 }]);
    });

    it("are paged in SQL, ten thousand of them, each once and as of the same moment", async () => {
      await query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
         SELECT 'm', n::text, $1, 'order', $2::timestamptz - n * interval '3 hours', 100, 'EUR'
         FROM generate_series(1, 10000) n`,
        [id, NOW],
      );
      const weeks: string[] = [];
      let all = 0;
      for (let number = 0; ; number++) {
        const found = await page(number);
        for (const event of found.slice(0, HISTORY_PAGE)) {
          if (event.kind !== "activity") continue;
          weeks.push(event.from);
          all += event.amount?.minor ?? 0;
        }
        if (found.length <= HISTORY_PAGE) break;
        await addOrder(database(), id, `2026-12-09T15:00:0${number % 10}Z`, 7);
      }
      expect(all).toBe(1_000_000);
      expect(weeks).toEqual(weeks.toSorted().reverse());
      expect(new Set(weeks).size).toBe(weeks.length);
    });
  });

  it("tells tickets, contacts and answers to surveys, and who was in touch", async () => {
    await query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, severity, opened_at, solved_at)
       VALUES ($1, 't', 'T-1', 'Late', 'high', '2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z'),
         ($1, 't', 'T-2', 'Lost', 'low', '2026-12-04T00:00:00Z', NULL)`,
      [id],
    );
    await query(
      `INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, note, at)
       VALUES ($1, 't', '1', 'U1', 'phone', 'reached', 'Fine', '2026-12-02T00:00:00Z'),
         ($1, 't', '2', 'U9', 'email', 'no_answer', NULL, '2026-12-05T00:00:00Z')`,
      [id],
    );
    await query(
      `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, comment, at)
       VALUES ($1, 't', '1', 'csat', 2, 5, 'Slow', '2026-12-06T00:00:00Z')`,
      [id],
    );
    await query(
      `INSERT INTO mentions (customer_id, source, external_id, network, author, text, at, answered_at)
       VALUES ($1, 't', '1', 'X', '@dana', 'Slow', '2026-12-07T00:00:00Z', '2026-12-08T00:00:00Z'),
         ($1, 't', '2', 'X', NULL, 'Late', '2026-12-09T00:00:00Z', '2026-12-10T00:00:00Z'),
         (NULL, 't', '3', 'X', NULL, 'Of nobody known', '2026-12-08T00:00:00Z', NULL)`,
      [id],
    );
    const [mentions, others] = [await page(), await page()].map((events, place) =>
      events.filter(({ kind }) => (kind === "mention") === (place === 0)),
    );
    expect(told(mentions ?? [], "network", "author", "text", "answered")).toEqual([
      ["2026-12-09", "mention", "X", null, "Late", false],
      ["2026-12-07", "mention", "X", "@dana", "Slow", true],
    ]);
    expect(told(others ?? [], "reference", "outcome", "by", "note", "score", "comment")).toEqual([
      ["2026-12-06", "feedback", undefined, undefined, undefined, undefined, 2, "Slow"],
      ["2026-12-05", "touch", undefined, "no_answer", null, null, undefined, undefined],
      ["2026-12-04", "ticket-opened", "T-2", undefined, undefined, undefined, undefined, undefined],
      ["2026-12-03", "ticket-solved", "T-1", undefined, undefined, undefined, undefined, undefined],
      ["2026-12-02", "touch", undefined, "reached", "Ana", "Fine", undefined, undefined],
      ["2026-12-01", "ticket-opened", "T-1", undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it("tells a score where the risk went from one band to another, and none in between", async () => {
    const [first, second] = [await addModel(database()), await addModel(database())];
    const steps = [0.2, 0.24, 0.25, 0.49, undefined, 0.5, 0.9, 0.1];
    for (const [place, probability] of steps.entries())
      await addScore(database(), id, {
        asOf: `2026-11-0${place + 1}T02:00:00Z`,
        modelId: place < 7 ? first : second,
        ...(probability === undefined ? {} : { probability }),
      });
    const risks = (await page()).map(
      (event) => event.kind === "risk" && [event.probability, event.before, event.modelChanged],
    );
    expect(risks).toEqual([
      [expect.closeTo(0.1), expect.closeTo(0.9), true],
      [0.5, expect.closeTo(0.49), false],
      [0.25, expect.closeTo(0.24), false],
      [expect.closeTo(0.2), null, false],
    ]);
  });

  it("tells what I said about them and what was answered, as far as it reached Slack", async () => {
    const { outbox, suggestions, audit } = store();
    const send = async (given: Sending) => {
      const { key, recipient, message, status, day, nudged = [] } = given;
      const createdAt = new Date(`${day}T08:00:00Z`);
      const made = nudged.map((customerId) => ({
        kind: "nudge" as const,
        ...{ key: nudgeKeys.suggestion(customerId, day), customerId, memberId: "U1", playbook: "thank" },
        ...{ action: phrase("thank.action"), reason: phrase("check-in.reason"), probability: 0.6, createdAt },
      }));
      await outbox.enqueue({ key, recipient, message: message as Message, createdAt }, made);
      const settled = status === "pending" ? null : new Date(`${day}T08:00:05Z`);
      await query("UPDATE outbox SET status = $2, settled_at = $3, channel_id = $4 WHERE key = $1", [
        ...[key, status, settled, status === "posted" ? recipient : null],
      ]);
    };
    const nudge = (day: string, status: string, nudged = [id]) =>
      send({
        ...{ key: nudgeKeys.message("U1", day), recipient: "U1", message: { kind: "nudge", items: [] } },
        ...{ status, day, nudged },
      });
    await nudge("2026-12-01", "posted", [id, other]);
    await suggestions.settle({
      ...{ key: nudgeKeys.suggestion(id, "2026-12-01"), status: "not_useful", whyNot: "wrong-time" },
      ...{ whyNotNote: null, by: "U1", at: new Date("2026-12-01T09:00:00Z"), madeAfter: new Date(0) },
    });
    await nudge("2026-12-02", "failed");
    await nudge("2026-12-03", "pending");

    const digest = (customerId: number) => ({
      kind: "digest",
      newlyHigh: { count: 1, top: [{ customerId }] },
    });
    const post = (channel: string, customerId: number, status: string) =>
      send({
        ...{ key: `digest:${channel}`, recipient: channel, message: digest(customerId), status },
        day: "2026-12-04",
      });
    await post("C1", id, "posted");
    await post("C2", other, "posted");
    await post("C3", id, "failed");
    const shared = { actor: "U1", customerId: id, details: { channelId: "C1" } };
    await audit.note({ at: new Date("2026-12-05T09:00:00Z"), action: "card.shared", ...shared });
    const [until, at] = [new Date("2027-01-04T00:00:00Z"), new Date("2026-12-06T09:00:00Z")];
    const { pool } = database();
    await snoozeWithin(pool, { customerId: id, until, by: "U1", at, seenAt: null });
    await endSnoozeWithin(pool, {
      customerId: id,
      by: "U1",
      at: new Date("2026-12-07T09:00:00Z"),
      seenAt: null,
    });

    expect(told(await page(), "posted", "to", "whyNot", "by", "channelId")).toEqual([
      ["2026-12-07", "snooze", undefined, undefined, undefined, "Ana", undefined],
      ["2026-12-06", "snooze", undefined, undefined, undefined, "Ana", undefined],
      ["2026-12-05", "share", undefined, undefined, undefined, "Ana", "C1"],
      ["2026-12-04", "digest", undefined, undefined, undefined, undefined, "C1"],
      ["2026-12-03", "nudge", null, "Ana", undefined, undefined, undefined],
      ["2026-12-02", "nudge", false, "Ana", undefined, undefined, undefined],
      ["2026-12-01", "answer", undefined, undefined, "wrong-time", "Ana", undefined],
      ["2026-12-01", "nudge", true, "Ana", undefined, undefined, undefined],
    ]);
    expect((await page()).slice(0, 2)).toMatchObject([
      { until: null },
      { until: expect.stringContaining("2027-01-04") },
    ]);
  });

  it("are what somebody knew better, also of a record that was joined since, and that they took it back", async () => {
    const call = (customerId: number, at: string) => ({
      ...{ customerId, by: "U1", at: new Date(at), seenAt: null, until: new Date("2027-01-31T00:00:00Z") },
      ...{ says: "stay" as const, because: "New budget <approved>" },
    });
    const { pool } = database();
    await setOverrideWithin(pool, call(id, "2026-12-03T09:00:00Z"));
    await takeBackOverrideWithin(pool, call(id, "2026-12-04T09:00:00Z"));
    await setOverrideWithin(pool, call(other, "2026-12-05T09:00:00Z"));
    expect(told(await page(), "by", "says", "because")).toEqual([
      ["2026-12-04", "override-taken-back", "Ana", undefined, undefined],
      ["2026-12-03", "override", "Ana", "stay", "New budget <approved>"],
    ]);
    expect(await page(0, new Date("2026-12-03T12:00:00Z"))).toHaveLength(1);
    await query("UPDATE customers SET joined_into = $1 WHERE id = $2", [id, other]);
    expect(told(await page())[0]).toEqual(["2026-12-05", "override"]);
  });

  it("takes a nudge for sent that was kept before messages were", async () => {
    const made = { customerId: id, memberId: "U1", playbook: "thank", probability: 0.6 };
    await store().suggestions.record([
      {
        ...{ ...made, key: "nudge:old", kind: "nudge", action: phrase("thank.action") },
        ...{ reason: phrase("check-in.reason"), createdAt: new Date("2026-11-01T08:00:00Z") },
      },
    ]);
    expect(told(await page(), "posted")).toEqual([["2026-11-01", "nudge", true]]);
  });

  it("is gone with the customer, and has amounts for those alone who may see them", async () => {
    await addOrder(database(), id, "2026-12-02T09:00:00Z", 50);
    const deps = { ...store(), clock: () => NOW };
    const amountFor = async (member: Member) => {
      const shown = await loadHistory(deps, { customerId: id, member, place: "direct" });
      const [entry] = shown.kind === "history" ? shown.history.entries : [];
      return entry?.kind === "activity" ? entry.amount : undefined;
    };
    expect(await amountFor(ana)).toEqual({ minor: 50, currency: "EUR" });
    expect(await amountFor({ ...ana, email: "ben@example.com" })).toBeNull();
    expect(await loadHistory(deps, { customerId: 999_999, member: ana, place: "direct" })).toEqual({
      kind: "gone",
    });
  });
});
