import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { CARD_NEEDS, customerCard } from "../../src/domain/outreach/customer-card.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { keepSuggestion } from "../../src/flows/outreach/keep-suggestion.ts";
import { loadCustomerCard } from "../../src/flows/outreach/load-customer-card.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { homeAccountStore } from "../../src/store/outreach/home-accounts.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const manager: Member = { slackUserId: "U1", name: "Mia", email: null, role: "manager", timeZone: "UTC" };

describeOnEachDatabase("a customer's card", (database) => {
  let id: number;
  const facts = async (now = NOW) => {
    const read = (await factStore(database()).read(CARD_NEEDS, [id], now)).get(id);
    if (read === undefined) throw new Error("no such customer");
    return read;
  };

  beforeEach(async () => {
    id = await addCustomer(database(), {
      name: "Acme",
      ownerEmail: "ANA@example.com",
      renewsOn: "2027-02-01",
    });
  });

  it("is not there for an unknown customer", async () => {
    expect((await factStore(database()).read(CARD_NEEDS, [999], NOW)).size).toBe(0);
  });

  it("tells a bare customer from one without a model and one not scored yet", async () => {
    expect(customerCard(await facts(), manager, "direct", NOW).risk).toEqual({ kind: "no-model" });
    await addModel(database());
    expect(customerCard(await facts(), manager, "direct", NOW).risk).toEqual({ kind: "not-scored" });
    await addScore(database(), id, {
      asOf: "2026-12-09T02:00:00Z",
      silence: phrase("no-score.short-history", { purchases: 1, days: 3 }),
    });
    expect(customerCard(await facts(), manager, "direct", NOW).risk).toMatchObject({
      kind: "no-score",
      because: phrase("no-score.short-history", { purchases: 1, days: 3 }),
    });
  });

  it("keeps days as days, whatever the server's time zone", async () => {
    expect((await facts()).customer.renewsOn).toBe("2027-02-01");
  });

  it("knows the owner by e-mail, however it is spelt", async () => {
    await database().pool.query(
      "INSERT INTO members (slack_user_id, name, email) VALUES ('U7', 'Ana', 'ana@example.com')",
    );
    expect((await facts()).owner).toEqual({ slackUserId: "U7", name: "Ana", account: "member" });
  });

  it("counts net revenue of twelve months as reports do, each currency by itself, the customer's own first", async () => {
    // Where the team is, in Taipei, it is ten in the evening of 9 December: the first day is 10 December before.
    const revenue = async () =>
      (await factStore(database(), "Asia/Taipei").read(["revenue12Months"], [id], NOW)).get(id)
        ?.revenue12Months;
    await addOrder(database(), id, "2025-12-09T15:59:59Z", 9_999);
    await addOrder(database(), id, "2025-12-09T16:00:00Z", 1_000);
    await addOrder(database(), id, "2026-06-01T00:00:00Z", 5_000);
    await addOrder(database(), id, "2026-06-02T00:00:00Z", 700, { kind: "refund" });
    await addOrder(database(), id, "2026-06-03T00:00:00Z", 30_000, { currency: "JPY" });
    await addOrder(database(), id, "2026-12-09T13:59:00Z", 200);
    await addOrder(database(), id, "2026-12-09T14:00:00Z", 4_444);
    expect(await revenue()).toEqual([
      { minor: 5_500, currency: "EUR" },
      { minor: 30_000, currency: "JPY" },
    ]);
    await database().pool.query("UPDATE customers SET currency = 'JPY' WHERE id = $1", [id]);
    expect((await revenue())?.map(({ currency }) => currency)).toEqual(["JPY", "EUR"]);
    await database().pool.query(
      "UPDATE customers SET started_on = '2026-05-01', monthly_revenue_minor = 3000, currency = 'EUR', ended_on = '2026-06-30'",
    );
    // Two months of a contract instead of the orders on its days; what was given back still counts.
    expect(await revenue()).toEqual([{ minor: 1_000 + 6_000 - 700 + 200, currency: "EUR" }]);
  });

  it("counts purchases by day and leaves out what lies in the future", async () => {
    await addOrder(database(), id, "2026-11-01T09:00:00Z", 100);
    await addOrder(database(), id, "2026-11-01T18:00:00Z", 100);
    await addOrder(database(), id, "2026-11-02T09:00:00Z", 100);
    await addOrder(database(), id, "2026-12-10T09:00:00Z", 100);
    expect(await facts()).toMatchObject({
      purchases: {
        days: 2,
        firstAt: new Date("2026-11-01T09:00:00Z"),
        lastAt: new Date("2026-11-02T09:00:00Z"),
      },
      dataUpTo: { day: "2026-11-02", source: "test" },
    });
  });

  it("says how far the data of the customer's own source reaches, and of any where its own has none", async () => {
    await addOrder(database(), id, "2026-12-01T09:00:00Z", 100);
    await database().pool.query("UPDATE activities SET source = 'shop'");
    await database().pool.query(
      "INSERT INTO source_days VALUES ('shop', '2026-12-05', 3), ('crm', '2026-12-04', 1)",
    );
    const upTo = async (source: string) => {
      await database().pool.query("UPDATE customers SET source = $1", [source]);
      return (await facts()).dataUpTo;
    };
    expect(await upTo("test")).toEqual({ day: "2026-12-01", source: "test" });
    expect(await upTo("crm")).toEqual({ day: "2026-12-04", source: "crm" });
    expect(await upTo("by hand")).toEqual({ day: "2026-12-05", source: null });
  });

  describe("compares the risk", () => {
    const changeOf = async () => {
      const { risk } = customerCard(await facts(), manager, "direct", NOW);
      return risk.kind === "scored" ? risk.change : undefined;
    };

    it("with the newest score at least a week older", async () => {
      await addScore(database(), id, { asOf: "2026-11-01T00:00:00Z", probability: 0.1 });
      await addScore(database(), id, { asOf: "2026-12-01T00:00:00Z", probability: 0.4 });
      await addScore(database(), id, { asOf: "2026-12-07T00:00:00Z", probability: 0.5 });
      await addScore(database(), id, { asOf: "2026-12-09T00:00:00Z", probability: 0.62 });
      expect(await changeOf()).toMatchObject({ points: 22, since: new Date("2026-12-01T00:00:00Z") });
    });

    it("with the oldest where all are newer, and with none where there is one score only", async () => {
      await addScore(database(), id, { asOf: "2026-12-09T00:00:00Z", probability: 0.62 });
      expect(await changeOf()).toBeNull();
      await addScore(database(), id, { asOf: "2026-12-07T00:00:00Z", probability: 0.5 });
      await addScore(database(), id, { asOf: "2026-12-08T00:00:00Z", probability: 0.6 });
      expect(await changeOf()).toMatchObject({ points: 12, since: new Date("2026-12-07T00:00:00Z") });
    });

    it("and says when another model version made the earlier score", async () => {
      const [first, second] = [await addModel(database()), await addModel(database(), "baseline")];
      await addScore(database(), id, { asOf: "2026-12-01T00:00:00Z", probability: 0.4, modelId: first });
      await addScore(database(), id, { asOf: "2026-12-09T00:00:00Z", probability: 0.5, modelId: second });
      expect(await changeOf()).toMatchObject({ points: 10, modelChanged: true });
      expect((await facts()).score?.model).toMatchObject({
        serves: "baseline",
        heldOut: { n: 800, rocAuc: 0.84 },
      });
    });
  });

  it("shows the most severe open ticket and the last contact", async () => {
    const ticket = (reference: string, severity: string, opened: string, solved: string | null) =>
      database().pool.query(
        `INSERT INTO tickets (customer_id, source, external_id, subject, severity, opened_at, solved_at)
         VALUES ($1, 'test', $2, 'broken', $3, $4, $5)`,
        [id, reference, severity, opened, solved],
      );
    await ticket("T1", "urgent", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
    await ticket("T2", "normal", "2026-11-01T00:00:00Z", null);
    await ticket("T3", "high", "2026-12-01T00:00:00Z", null);
    await database().pool.query(
      `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
       VALUES ($1, 'test', 't1', 'phone', 'reached', '2026-12-02T00:00:00Z')`,
      [id],
    );
    expect(await facts()).toMatchObject({ openTicket: { reference: "T3" }, lastTouch: { channel: "phone" } });
  });

  it("keeps its suggestion once, however often it is shown", async () => {
    const deps = { ...createStore(database()), model: NO_MODEL, clock: () => NOW };
    const first = await loadCustomerCard(deps, { customerId: id, member: manager, place: "direct" });
    const second = await loadCustomerCard(deps, { customerId: id, member: manager, place: "direct" });
    for (const shown of [first, second]) if (shown.kind === "card") await keepSuggestion(deps, shown);
    expect(first).toMatchObject({ card: { advice: { playbook: "call-about-renewal" } } });
    expect(second).toMatchObject({ suggestionKey: "suggestionKey" in first ? first.suggestionKey : "" });
    const { rows } = await database().pool.query("SELECT key, status FROM suggestions");
    const key = `card:${id}:call-about-renewal:2027-02-01:60`;
    expect(rows).toEqual([{ key, status: "open" }]);
    const cases = await database().pool.query(
      "SELECT kind, playbook, passed_over, suggestion_key FROM playbook_cases ORDER BY playbook",
    );
    expect(cases.rows).toEqual([
      { kind: "card", playbook: "call-about-renewal", passed_over: null, suggestion_key: key },
      { kind: "card", playbook: "monthly-contact", passed_over: "another-first", suggestion_key: null },
    ]);
  });

  it("lists an owner's running accounts by risk, and counts the file", async () => {
    const other = await addCustomer(database(), { name: "Beta", ownerEmail: "ana@example.com" });
    await addCustomer(database(), { name: "Gone", ownerEmail: "ana@example.com", endedOn: "2026-12-09" });
    await addScore(database(), other, {
      asOf: "2026-12-09T12:00:00Z",
      probability: 0.7,
      bounds: { low: 0.5, high: 0.75 },
    });
    const store = homeAccountStore(database());
    const mine = await store.ofOwner("ana@example.com", { band: "all", page: 0, perPage: 10 }, NOW);
    expect(mine).toMatchObject({
      items: [
        { name: "Beta", bounds: { low: 0.5, high: 0.75 } },
        { name: "Acme", probability: null },
      ],
      ...{ inAll: 2, owned: 2 },
    });
    expect(mine.items[0]?.probability).toBeCloseTo(0.7);
    expect(await store.totals(0.5, NOW)).toMatchObject({
      customers: 3,
      counted: 2,
      scored: 1,
      atHighRisk: 1,
    });
  });
});
