import pg from "pg";
import { expect, it, vi } from "vitest";
import type { Feasts } from "../../src/domain/feasts.ts";
import { CARD_NEEDS } from "../../src/domain/outreach/customer-card.ts";
import type { Database } from "../../src/store/database/database.ts";
import { factStore, NOTHING_KNOWN } from "../../src/store/facts/facts.ts";
import { riskListStore } from "../../src/store/outreach/risk-list.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

/** Three customers: two of whom everything is known, each something else, and one of whom nothing is. */
async function fill(database: Database): Promise<number[]> {
  const { pool } = database;
  await pool.query(
    "INSERT INTO members (slack_user_id, name, email) VALUES ('U1', 'Ana', 'ana@example.com'), ('U2', 'Ben', 'ben@example.com')",
  );
  await pool.query(
    `INSERT INTO loyalty_programmes (valid_from, rules, set_by, set_at) VALUES ('2026-01-01', '{"tiers": null}', 'U1', now())`,
  );
  const ids: number[] = [];
  for (const [place, ownerEmail] of ["ana@example.com", "ben@example.com"].entries()) {
    const day = (n: number) => `2026-${String(n).padStart(2, "0")}-0${place + 1}T00:00:00Z`;
    const snoozedUntil = new Date("2026-12-20T00:00:00Z");
    const id = await addCustomer(database, { name: `C${place}`, ownerEmail, snoozedUntil });
    await pool.query("UPDATE customers SET snoozed_by = $2 WHERE id = $1", [id, `U${place + 1}`]);
    for (const month of [3, 9]) await addOrder(database, id, day(month), 1_000 * (place + 1));
    await addOrder(database, id, day(10), 0, { kind: "delivery" });
    await addOrder(database, id, "2026-11-20T00:00:00Z", 0, { kind: "usage", quantity: 5 + place });
    for (const month of [10, 11]) await addOrder(database, id, day(month), 500, { kind: "payment_failed" });
    await pool.query(
      `INSERT INTO loyalty_entries (customer_id, key, kind, points, day, by, at)
       VALUES ($1, $2, 'adjusted', $3, '2026-12-01', 'U1', now())`,
      [id, `p${place}`, 10 + place],
    );
    await pool.query("UPDATE activities SET category = $2 WHERE customer_id = $1 AND kind = 'order'", [
      id,
      `P${place}`,
    ]);
    await pool.query("INSERT INTO value_tiers VALUES ($1, $2, $3)", [id, ["top", "rest"][place], day(12)]);
    const modelId = await addModel(database);
    for (const month of [10, 12])
      await addScore(database, id, { asOf: day(month), probability: 0.3 + place / 10, modelId });
    await pool.query(
      `INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, at)
       VALUES ($1, 't', $2, $3, 'phone', 'reached', $4)`,
      [id, `t${place}`, `U${place + 1}`, day(8)],
    );
    await pool.query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, severity, opened_at, solved_at)
       VALUES ($1, 't', $2, $2, 'high', $4, NULL), ($1, 't', $3, $3, 'low', $4, $5)`,
      [id, `open${place}`, `solved${place}`, day(7), day(11)],
    );
    await pool.query(
      `INSERT INTO mentions (customer_id, source, external_id, network, text, at, sentiment, sentiment_label)
       VALUES ($1, 't', $2, 'X', $2, $3, -0.5, 'negative')`,
      [id, `said${place}`, day(12)],
    );
    await pool.query(
      `INSERT INTO contacts (customer_id, source, external_id, name, role, phone, email)
       VALUES ($1, 't', $2, 'No way to reach', NULL, NULL, NULL), ($1, 't', $3, 'By mail', NULL, NULL, 'm@x.example'),
         ($1, 't', $4, $5, 'Buyer', '+49 30', 'b@x.example'), ($1, 't', $6, 'A second', NULL, '+49 31', 'c@x.example')`,
      [id, `n${place}`, `m${place}`, `b${place}`, `Buyer ${place}`, `s${place}`],
    );
    await pool.query(
      `INSERT INTO overrides (customer_id, says, because, until, made_by, made_at)
       VALUES ($1, $2, 'a call', '2026-12-20', $3, $4)`,
      [id, ["stay", "leave"][place], `U${place + 1}`, day(12)],
    );
    await pool.query(
      `INSERT INTO do_not_disturb (customer_id, status, because, set_by, set_at) VALUES ($1, 'quiet', $2, 'U1', $3)`,
      [id, `asked ${place}`, day(12)],
    );
    await pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, created_at)
       VALUES ($1, 'nudge', $2, $3, '{}', '{}', $4)`,
      [`nudge:${place}`, id, ["usage-drop", "risk-jump"][place], `2026-12-0${place + 7}T00:00:00Z`],
    );
    // A file may call its source what it likes, and its ids as well.
    await pool.query(
      `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
       VALUES ($1, 'feedback-link', $2, 'nps', $3, 10, $4)`,
      [id, `of no request ${place}`, place, "2026-12-03T00:00:00Z"],
    );
    await pool.query(
      `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
       VALUES ($1, 't', $2, 'thumbs', $3, 1, $4)`,
      [id, `thumb${place}`, place, day(11)],
    );
    // A first contact who left, an event for their segment, and something new in the category of what they bought.
    await pool.query(
      `INSERT INTO contacts (customer_id, source, external_id, name, phone, email, left_on)
       VALUES ($1, 't', $2, $3, '+49 29', 'a@x.example', '2026-12-05')`,
      [id, `gone${place}`, `Gone ${place}`],
    );
    await pool.query(
      `INSERT INTO feedback_requests (customer_id, contact_id, kind, language, asked_at, expires_at, token_hash, answered_at)
       SELECT $1, id, 'nps', 'en', '2026-10-01', '2026-11-01', $2, '2026-10-02' FROM contacts WHERE external_id = $2`,
      [id, `gone${place}`],
    );
    await pool.query("UPDATE customers SET segment = $2, country = $3 WHERE id = $1", [
      ...[id, `S${place}`, ["Deutschland", "FR"][place]],
    ]);
    await pool.query(
      `INSERT INTO events (name, day, audience, audience_of, set_at) VALUES ($1, '2026-12-20', 'segment', $2, '2026-11-01')`,
      [`Open day ${place}`, `s${place}`],
    );
    await addOrder(database, id, "2026-08-01T00:00:00Z", 1);
    await pool.query("UPDATE activities SET category = $2 WHERE customer_id = $1 AND kind = 'order'", [
      id,
      `P${place}`,
    ]);
    await pool.query(
      `INSERT INTO products (source, external_id, name, category, listed_at)
       VALUES ('t', $1, 'Old', $2, NULL), ('t', $3, $4, $2, '2026-12-01')`,
      [`P${place}`, `Tools ${place}`, `N${place}`, `New ${place}`],
    );
    await pool.query("UPDATE contacts SET birthday = $2 WHERE customer_id = $1 AND role = 'Buyer'", [
      id,
      `1980-02-2${place + 8}`,
    ]);
    await pool.query(
      "INSERT INTO customers (source, external_id, name, joined_into) VALUES ($1, 'j', 'J', $2)",
      [`system ${place}`, id],
    );
    ids.push(id);
  }
  return [...ids, await addCustomer(database, { name: "Bare" })];
}

/** How the source stands and what the team set is the same for all of them, and stands in no row of theirs. */
const ROW_FACTS = CARD_NEEDS.filter(
  (key) => key !== "resting" && key !== "lastPause" && key !== "nextFeast" && key !== "playbookSettings",
);

describeOnEachDatabase("facts by key", (database) => {
  const read = (ids: readonly number[]) => factStore(database()).read(CARD_NEEDS, ids, NOW);

  it("tell a score with the last answer of each survey from before it", async () => {
    const [id = 0] = await fill(database());
    const answer = (place: number, kind: string, score: number, scaleMax: number, at: string) =>
      database().pool.query(
        `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
         VALUES ($1, 't', $2, $3, $4, $5, $6)`,
        [id, `f${place}`, kind, score, scaleMax, at],
      );
    await answer(1, "csat", 5, 5, "2026-10-01T00:00:00Z");
    await answer(2, "csat", 2, 5, "2026-11-01T00:00:00Z");
    await answer(3, "csat", 4, 5, "2026-12-01T00:00:00Z");
    await answer(4, "nps", 3, 10, "2026-09-01T00:00:00Z");
    await answer(5, "ces", 7, 7, "2026-11-30T00:00:00Z");
    expect((await read([id])).get(id)?.score).toMatchObject({
      asOf: new Date("2026-12-01T00:00:00Z"),
      answers: { csat: { score: 2, scaleMax: 5 }, nps: { score: 3, scaleMax: 10 } },
    });
  });

  it("are of many customers what they are of each alone, and leave out who is none", async () => {
    const ids = await fill(database());
    const all = await read([...ids, 999_999]);
    expect([...all.keys()].toSorted((a, b) => a - b)).toEqual(ids);
    for (const id of ids) expect(all.get(id)).toEqual((await read([id])).get(id));
    const [first, second, bare] = ids.map((id) => all.get(id));
    expect(first?.contact).toEqual({ name: "Buyer 0", role: "Buyer", phone: "+49 30", email: "b@x.example" });
    for (const key of ROW_FACTS) {
      // Everything is known of the first two and, but for what is the same for all, of each something else.
      expect([key, first?.[key]]).not.toEqual([key, NOTHING_KNOWN[key]]);
      const isShared = key === "hasModel" || key === "dataUpTo";
      if (isShared) expect(first?.[key]).toEqual(second?.[key]);
      else expect([key, first?.[key]]).not.toEqual([key, second?.[key]]);
      if (!isShared) expect([key, bare?.[key]]).toEqual([key, NOTHING_KNOWN[key]]);
    }
  });

  it("are the same whether read together or each alone", async () => {
    const [id = 0] = await fill(database());
    const together = (await read([id])).get(id);
    for (const key of CARD_NEEDS) {
      const alone = (await factStore(database()).read([key], [id], NOW)).get(id);
      expect([key, alone?.[key]]).toEqual([key, together?.[key]]);
    }
    expect(together).toMatchObject({
      purchases: { days: 3, lastAt: new Date("2026-09-01T00:00:00Z") },
      lastDeliveryAt: new Date("2026-10-01T00:00:00Z"),
      failedPayments: [new Date("2026-11-01T00:00:00Z"), new Date("2026-10-01T00:00:00Z")],
    });
  });

  it("are of several customers asked for at once what they are of each alone, also of who is joined or is not there", async () => {
    const { pool } = database();
    const ids = await fill(database());
    const joined = (await pool.query("SELECT id FROM customers WHERE joined_into IS NOT NULL ORDER BY id"))
      .rows;
    ids.push(...joined.map(({ id }) => id), 999_999);
    const store = factStore(database());
    const alone = [];
    for (const id of ids) alone.push(await read([id]));
    for (let round = 0; round < 7; round += 1)
      expect(await Promise.all(ids.map((id) => store.read(CARD_NEEDS, [id], NOW)))).toEqual(alone);
  });

  it("are of many customers, some at a time, what they are of each alone, also of who is joined", async () => {
    const { pool } = database();
    const ids = await fill(database());
    for (let place = 0; place < 5; place += 1)
      ids.push(await addCustomer(database(), { name: `Bare ${place}` }));
    const { rows } = await pool.query("SELECT id FROM customers WHERE joined_into IS NOT NULL ORDER BY id");
    const joined = rows.map(({ id }) => Number(id));
    // What is said of somebody who is joined holds for whom they are joined into.
    await pool.query("UPDATE overrides SET customer_id = $1 WHERE customer_id = $2", [joined[0], ids[0]]);
    await pool.query("UPDATE do_not_disturb SET customer_id = $1 WHERE customer_id = $2", [
      ...[joined[0], ids[0]],
    ]);
    const asked = [...ids, ...joined, 999_999];
    const expected = await read(asked);
    expect(expected.get(ids[0]!)?.override).not.toBeNull();
    expect(expected.get(joined[1]!)?.lastTouch).not.toBeNull();
    for (const customersPerQuery of [1, 3]) {
      const store = factStore({ pool, turns: { customersPerQuery, queriesAtOnce: 1 } });
      const visited = new Map<number, unknown>();
      await store.visit(CARD_NEEDS, asked, NOW, (id, facts) => void visited.set(id, facts));
      expect([...visited.keys()].toSorted((a, b) => a - b)).toEqual(
        [...expected.keys()].toSorted((a, b) => a - b),
      );
      for (const [id, facts] of expected) expect(visited.get(id)).toEqual(facts);
    }
  });

  it("are read of those who may have them, where they are few", async () => {
    const { pool } = database();
    const ids = await fill(database());
    for (let place = 0; place < 6; place += 1)
      ids.push(await addCustomer(database(), { name: `Bare ${place}` }));
    const store = factStore({ pool, turns: { customersPerQuery: 1, queriesAtOnce: 1 } });
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await store.visit(["openTicket"], ids, NOW, () => {});
    const queries = sent.mock.calls.length;
    sent.mockRestore();
    // Who may have it, the files of up to eight customers at a time, and the fact of those two.
    expect(queries).toBe(1 + Math.ceil(ids.length / 8) + 2);
  });

  it("are not read where they are given, and are the same", async () => {
    const { pool } = database();
    const ids = await fill(database());
    const keys = ["firstPurchaseAt", "lastPurchaseAt", "lastTouch", "openTicket"] as const;
    const expected = await factStore(database()).read(keys, ids, NOW);
    const never = { lastPurchaseAt: null, lastTouch: null };
    const store = factStore({ pool, turns: { customersPerQuery: 1, queriesAtOnce: 1 } });
    const visited = new Map<number, unknown>();
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await store.visit(keys, ids, NOW, (id, facts) => void visited.set(id, facts), {
      keys: ["lastPurchaseAt", "lastTouch"],
      of: (id) => expected.get(id) ?? never,
    });
    const queries = sent.mock.calls.map(([query]) =>
      typeof query === "string" ? query : JSON.stringify(query),
    );
    sent.mockRestore();
    for (const id of ids) expect(visited.get(id)).toEqual(expected.get(id));
    expect(queries.filter((query) => query.includes("touches") || query.includes("lastPurchaseAt"))).toEqual(
      [],
    );
    expect(queries.some((query) => query.includes("firstPurchaseAt"))).toBe(true);
  });

  it("tell the first and the last purchase as all purchases do", async () => {
    const ids = await fill(database());
    await addOrder(database(), ids[0]!, "2026-12-09T13:59:59Z", 1);
    await addOrder(database(), ids[0]!, "2026-12-09T14:00:00Z", 1);
    await addOrder(database(), ids[1]!, "2026-01-01T00:00:00Z", 0);
    const alone = await factStore(database()).read(["firstPurchaseAt", "lastPurchaseAt"], ids, NOW);
    const together = await factStore(database()).read(
      ["firstPurchaseAt", "lastPurchaseAt", "purchases"],
      ids,
      NOW,
    );
    for (const id of ids) {
      const { purchases, ...both } = together.get(id)!;
      expect(both).toEqual(alone.get(id));
      const { firstAt, lastAt } = purchases ?? { firstAt: null, lastAt: null };
      expect([both.firstPurchaseAt, both.lastPurchaseAt]).toEqual([firstAt, lastAt]);
    }
    expect(alone.get(ids[0]!)?.lastPurchaseAt).toEqual(new Date("2026-12-09T13:59:59Z"));
  });

  it("are of candidates for nudges as they are listed", async () => {
    const ids = await fill(database());
    const listed = await riskListStore(database()).candidatesIn("UTC", NOW);
    const facts = await factStore(database()).read(["lastPurchaseAt", "lastTouch"], ids, NOW);
    expect(listed.map(({ customerId }) => customerId)).toEqual(ids.slice(0, 2));
    for (const { customerId, lastPurchaseAt, lastTouch, lastTouchAt } of listed) {
      expect(facts.get(customerId)).toMatchObject({ lastPurchaseAt, lastTouch });
      expect(lastTouchAt).toEqual(lastTouch?.at);
    }
  });

  it("tell the last score of each week and what was used, both back from the newest score", async () => {
    const id = await addCustomer(database(), { name: "Weekly" });
    const modelId = await addModel(database());
    const score = (asOf: string, probability?: number) =>
      addScore(database(), id, { asOf, modelId, ...(probability === undefined ? {} : { probability }) });
    await score("2026-10-01T02:00:00Z", 0.25);
    await score("2026-11-10T02:00:00Z", 0.75);
    await score("2026-11-24T02:00:00Z");
    await score("2026-11-29T02:00:00Z", 0.875);
    await score("2026-12-01T02:00:00Z", 0.5);
    await score("2026-12-08T02:00:00Z", 0.625);
    await score("2026-12-10T02:00:00Z", 0.99);
    const use = (at: string, quantity: number) =>
      addOrder(database(), id, at, 0, { kind: "usage", quantity });
    await use("2026-12-08T01:00:00Z", 1);
    await use("2026-12-08T03:00:00Z", 1_000);
    await use("2026-11-10T23:00:00Z", 20);
    await use("2026-11-09T23:00:00Z", 300);
    await use("2026-10-13T00:00:00Z", 4_000);
    await use("2026-10-12T23:00:00Z", 50_000);
    const { weeklyScores, weeklyUsage } = (await read([id])).get(id)!;
    const of = (probability: number) => ({ probability, modelId });
    const [none, noWeek] = [null, null];
    expect(weeklyScores).toEqual([none, none, none, none, of(0.75), noWeek, none, of(0.5), of(0.625)]);
    expect(weeklyUsage).toEqual([4_000, 0, 0, 300, 20, 0, 0, 1]);
    await score("2026-12-09T02:00:00Z");
    expect((await read([id])).get(id)?.weeklyUsage).toEqual([]);
  });

  it("name who left, what is new and what they are invited to", async () => {
    const [id = 0] = await fill(database());
    expect((await read([id])).get(id)).toMatchObject({
      championLeft: { name: "Gone 0", leftOn: "2026-12-05", others: ["Buyer 0", "A second"] },
      newProducts: [
        { reference: "t:N0", name: "New 0", category: "Tools 0", listedAt: new Date("2026-12-01"), days: 3 },
      ],
      upcomingEvents: [
        {
          name: "Open day 0",
          day: "2026-12-20",
          place: null,
          setAt: new Date("2026-11-01"),
          isAnswered: false,
        },
      ],
    });
  });

  it("know the feast of a country only where a calendar is at hand", async () => {
    const [id = 0] = await fill(database());
    const feasts: Feasts = {
      after: (country, day) => ({ feast: country === "Deutschland" ? "christmas" : "diwali", day }),
    };
    const known = await factStore(database(), "UTC", feasts).read(["nextFeast"], [id], NOW);
    expect(known.get(id)?.nextFeast).toEqual({ feast: "christmas", day: "2026-12-09" });
    expect((await read([id])).get(id)?.nextFeast).toBeNull();
  });

  it("name nobody who left as a contact, nor their birthday", async () => {
    const [id = 0] = await fill(database());
    await database().pool.query(
      "UPDATE contacts SET left_on = '2026-12-09' WHERE customer_id = $1 AND role = 'Buyer'",
      [id],
    );
    expect((await read([id])).get(id)).toMatchObject({ contact: { name: "A second" }, birthdays: [] });
    // Until the day before they are still there.
    await database().pool.query(
      "UPDATE contacts SET left_on = '2026-12-10' WHERE customer_id = $1 AND role = 'Buyer'",
      [id],
    );
    expect((await read([id])).get(id)).toMatchObject({ contact: { name: "Buyer 0" } });
  });

  it("tell of nothing new in a catalogue that has just come, of what they bought, or of what is sold no more", async () => {
    const [id = 0] = await fill(database());
    const products = async () => (await read([id])).get(id)?.newProducts.map(({ name }) => name);
    const { pool } = database();
    expect(await products()).toEqual(["New 0"]);
    await pool.query("UPDATE products SET active = false WHERE external_id = 'N0'");
    expect(await products()).toEqual([]);
    await pool.query("UPDATE products SET active = true WHERE external_id = 'N0'");
    await pool.query("UPDATE products SET listed_at = '2026-11-20' WHERE listed_at IS NULL");
    expect(await products()).toEqual([]);
    await pool.query("UPDATE products SET listed_at = '2026-11-09T14:00:00Z' WHERE external_id LIKE 'P%'");
    expect(await products()).toEqual(["New 0"]);
    await addOrder(database(), id, "2026-12-02T00:00:00Z", 1);
    await pool.query("UPDATE activities SET category = 'N0' WHERE customer_id = $1 AND at = '2026-12-02'", [
      id,
    ]);
    expect(await products()).toEqual([]);
  });

  it("invite by segment, country and category, in any case, and not to what they have been asked to", async () => {
    const [id = 0, other = 0] = await fill(database());
    const { pool } = database();
    const invited = async (to: string, which: string | null) => {
      await pool.query("DELETE FROM events");
      await pool.query(
        `INSERT INTO events (id, name, day, audience, audience_of, set_at) VALUES (7, 'E', '2026-12-20', $1, $2, '2026-11-01')`,
        [to, which],
      );
      const found = await read([id, other]);
      return [id, other].map((one) => found.get(one)?.upcomingEvents.map(({ isAnswered }) => isAnswered));
    };
    expect(await invited("all", null)).toEqual([[false], [false]]);
    expect(await invited("country", "DEUTSCHLAND")).toEqual([[false], []]);
    expect(await invited("category", "tools 1")).toEqual([[], [false]]);
    expect(await invited("segment", "s0")).toEqual([[false], []]);
    await pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, status, created_at, settled_at)
       VALUES ('s', 'nudge', $1, 'event-invitation', '{}', '{}', 'reached_out', '2026-12-07', '2026-12-08')`,
      [id],
    );
    await pool.query(
      `INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, chosen_at, suggestion_key)
       VALUES ($1, 'event-invitation', 'event:7', 'nudge', '2026-12-07', '2026-12-07', 's')`,
      [id],
    );
    expect(await invited("all", null)).toEqual([[true], [false]]);
    await pool.query("UPDATE suggestions SET status = 'snoozed'");
    expect(await invited("all", null)).toEqual([[false], [false]]);
  });

  it("name one owner, who is there, where two members have the address", async () => {
    const [first] = await fill(database());
    await database().pool.query(
      `INSERT INTO members (slack_user_id, name, email, account)
       VALUES ('U0', 'Gone', 'ANA@example.com', 'deactivated'), ('U9', 'Late', 'Ana@example.com', 'member')`,
    );
    expect((await read([Number(first)])).get(Number(first))?.owner).toEqual({
      slackUserId: "U1",
      name: "Ana",
      account: "member",
    });
  });

  it("are read where they are asked for, and no others", async () => {
    const ids = await fill(database());
    const sent = vi.spyOn(pg.Client.prototype, "query");
    const names = await factStore(database()).read([], ids, NOW);
    const forNames = sent.mock.calls.length;
    const touched = await factStore(database()).read(["lastTouch", "lastTouch"], ids, NOW);
    const forTouches = sent.mock.calls.length - forNames;
    sent.mockRestore();
    expect([forNames, forTouches]).toEqual([1, 1]);
    expect([...names.values()].map((facts) => Object.keys(facts))).toEqual(ids.map(() => ["customer"]));
    expect(Object.keys(touched.get(ids[0]!)!)).toEqual(["customer", "lastTouch"]);
  });
});
