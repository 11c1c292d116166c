import { beforeEach, expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { undoStore } from "../../src/store/imports/undo.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { aProgramme } from "../unit/domain/value/loyalty/points-given.ts";

const { id: _, validFrom: __, ...RULES } = aProgramme({ redeemedPercent: 80 });
const ZONE = "Europe/Berlin";

describeOnEachDatabase("loyalty", (database) => {
  let acme: number;
  beforeEach(async () => {
    acme = await addCustomer(database(), { name: "Acme" });
  });

  const at = (now: string) => {
    const store = createStore(database(), ZONE);
    return bindFlows({ ...store, clock: () => new Date(now), timeZone: ZONE });
  };
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);
  const order = (
    externalId: string,
    day: string,
    minor: number,
    { kind = "order", customerId = acme, importId = 1 } = {},
  ) =>
    query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, import_id)
       VALUES ('shop', $1, $2, $3, $4, $5, 'EUR', $6)`,
      [externalId, customerId, kind, day, minor, importId],
    );
  const entries = async (customerId = acme) =>
    (await createStore(database()).loyalty.entries(customerId)).map(
      ({ kind, points, day }) => `${day} ${kind} ${points}`,
    );
  const begin = (from = "2026-01-01") =>
    at("2026-06-01T10:00:00Z").stateProgramme({ rules: RULES, from, by: "U1" });
  const settle = (now = "2026-06-02T01:00:00Z") => at(now).settlePoints({ by: "test" });
  const redeem = (points: number, reference: string, now = "2026-06-02T10:00:00Z") =>
    at(now).redeemPoints({
      kind: "redeem",
      customerId: acme,
      points,
      reason: "a voucher",
      reference,
      member: null,
    });

  it("books what was bought since the last time once, however often and by how many it is run", async () => {
    // Half past eleven in the evening in UTC is the next day in Berlin.
    await order("1", "2025-12-31T23:30:00Z", 12_050);
    await order("early", "2025-12-31T22:30:00Z", 99_000);
    await begin();
    await order("2", "2026-05-01T10:00:00Z", 5_000);
    await Promise.all([settle(), settle(), settle()]);
    const booked = ["2026-01-01 earned 120", "2026-05-01 earned 50"];
    expect(await entries()).toEqual(booked);
    expect(await settle()).toMatchObject({ customers: 0, entries: 0 });
    expect((await query("SELECT count(*)::int AS notes FROM loyalty_due")).rows).toEqual([{ notes: 0 }]);
    await query("INSERT INTO loyalty_due (customer_id) VALUES ($1)", [acme]);
    expect(await settle()).toMatchObject({ customers: 1, entries: 0 });
    expect(await entries()).toEqual(booked);
  });

  it("follows an order that changes, goes to another customer, or goes with its import", async () => {
    const globex = await addCustomer(database(), { name: "Globex", externalId: "C-2" });
    await begin();
    await order("1", "2026-05-01T10:00:00Z", 10_000);
    await order("2", "2026-05-02T10:00:00Z", 3_000);
    await settle();
    await query("UPDATE activities SET amount_minor = 7000 WHERE external_id = '1'");
    await settle();
    await query("UPDATE activities SET customer_id = $1 WHERE external_id = '2'", [globex]);
    await settle();
    expect([(await entries()).slice(2), await entries(globex)]).toEqual([
      ["2026-06-02 corrected -30", "2026-06-02 corrected -30"],
      ["2026-05-02 earned 30"],
    ]);
    await undoStore(database()).undo({ importId: 1, source: "shop", at: new Date("2026-06-03T00:00:00Z") });
    await settle();
    const { rows } = await query(
      "SELECT customer_id, sum(points)::int AS points FROM loyalty_entries GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([
      { customer_id: acme, points: 0 },
      { customer_id: globex, points: 0 },
    ]);
  });

  it("lets two redemptions of the same points end in one, and a second click in none", async () => {
    await begin();
    await order("1", "2026-05-01T10:00:00Z", 10_000);
    const both = await Promise.all([redeem(80, "V1"), redeem(80, "V2")]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["booked", "not-enough"]);
    const winner = both[0].kind === "booked" ? "V1" : "V2";
    expect(await Promise.all([redeem(80, winner), redeem(10, winner)])).toMatchObject([
      { kind: "repeated", balance: 20 },
      { kind: "repeated", balance: 20 },
    ]);
    const { rows } = await query(
      "SELECT action, customer_id, details FROM audit_events WHERE action LIKE 'points.%'",
    );
    expect(rows).toMatchObject([
      {
        action: "points.redeemed",
        customer_id: acme,
        details: { worth: { minor: -80, currency: "EUR" }, reason: "a voucher" },
      },
    ]);
  });

  it("lets a rep redeem for their own accounts alone, and nobody take more than there is", async () => {
    await query("UPDATE customers SET owner_email = 'ana@example.com' WHERE id = $1", [acme]);
    await begin();
    await order("1", "2026-05-01T10:00:00Z", 10_000);
    const as = (role: "rep" | "manager", email: string, kind: "redeem" | "adjust", points: number) =>
      at("2026-06-02T10:00:00Z").redeemPoints({
        ...{ kind, customerId: acme, points, reason: "so", reference: `${email} ${kind} ${points}` },
        member: { slackUserId: "U1", name: "Who", email, role, timeZone: "UTC" },
      });
    expect(await as("rep", "ben@example.com", "redeem", 10)).toEqual({ kind: "not-yours" });
    expect(await as("rep", "ana@example.com", "redeem", 10)).toMatchObject({ kind: "booked", balance: 90 });
    expect(await as("rep", "ana@example.com", "adjust", 10)).toEqual({ kind: "not-yours" });
    expect(await as("manager", "mia@example.com", "adjust", -91)).toMatchObject({
      kind: "not-enough",
      balance: 90,
    });
    expect(await as("manager", "mia@example.com", "adjust", 10)).toMatchObject({
      kind: "booked",
      balance: 100,
    });
  });

  it("lets go what is over, also after nights without the job, and keeps every entry from being changed", async () => {
    await begin();
    await order("1", "2026-02-01T10:00:00Z", 10_000);
    await settle();
    await settle("2027-02-01T12:00:00Z");
    expect(await entries()).toHaveLength(1);
    expect(await settle("2027-03-01T12:00:00Z")).toMatchObject({ customers: 1, entries: 1 });
    expect((await entries())[1]).toBe("2027-02-02 expired -100");
    expect(await settle("2027-03-02T12:00:00Z")).toMatchObject({ customers: 0 });
    await expect(query("UPDATE loyalty_entries SET points = 1")).rejects.toThrow("cannot be changed");
    await expect(query("DELETE FROM loyalty_entries")).rejects.toThrow("cannot be changed");
  });

  it("waits for what is dated ahead", async () => {
    await begin();
    await order("1", "2026-06-20T10:00:00Z", 10_000);
    await settle();
    expect(await entries()).toEqual([]);
    await settle("2026-06-21T00:00:00Z");
    expect(await entries()).toEqual(["2026-06-20 earned 100"]);
    expect((await query("SELECT count(*)::int AS notes FROM loyalty_due")).rows).toEqual([{ notes: 0 }]);
  });

  it("takes no programme into the past of another", async () => {
    await begin("2026-05-01");
    const again = (from: string | null) =>
      at("2026-06-01T22:30:00Z").stateProgramme({ rules: { ...RULES, earnsOn: "payment" }, from, by: "U1" });
    expect(await again("2026-06-01")).toEqual({ kind: "in-the-past", today: "2026-06-02" });
    expect(await again(null)).toMatchObject({ kind: "stated", programme: { validFrom: "2026-06-02" } });
  });

  it("says what points stood for at the end of a day: whoever owes some lessens nothing", async () => {
    const globex = await addCustomer(database(), { name: "Globex", externalId: "C-2" });
    await begin();
    await order("1", "2026-04-30T21:30:00Z", 100_000);
    await order("2", "2026-04-30T22:30:00Z", 100_000);
    await order("3", "2026-04-01T10:00:00Z", 50_000, { customerId: globex });
    await settle();
    await at("2026-06-02T10:00:00Z").redeemPoints({
      ...{ kind: "redeem", customerId: globex, points: 500, reason: "so", reference: "R", member: null },
    });
    await order("4", "2026-05-30T10:00:00Z", 50_000, { customerId: globex, kind: "refund" });
    const read = (day: string) => at("2026-06-02T10:00:00Z").readLiability({ day, withRows: true });
    expect(await read("2026-04-30")).toMatchObject({
      points: 1500,
      amount: { minor: 1200, currency: "EUR" },
      waiting: 1,
    });
    await settle("2026-06-02T12:00:00Z");
    expect(await read("2026-06-02")).toMatchObject({
      ...{ points: 2000, customers: 1, waiting: 0, amount: { minor: 1600, currency: "EUR" } },
      rows: [{ name: "Acme", points: 2000 }],
    });
    expect(await read("2025-12-31")).toBeNull();
  });

  it("is told on the card only where there is a programme and something to tell", async () => {
    const store = createStore(database(), ZONE);
    const known = async () =>
      (await store.facts.read(["loyalty"], [acme], new Date("2026-06-02T10:00:00Z"))).get(acme)?.loyalty;
    expect(await known()).toBeNull();
    await begin();
    await order("1", "2026-05-01T10:00:00Z", 10_000);
    await settle();
    await redeem(30, "V1");
    expect(await known()).toMatchObject({ balance: 70, expiresNext: { points: 70, day: "2027-05-01" } });
  });
});
