import { expect, it } from "vitest";
import { owns } from "../../src/domain/access.ts";
import { hasContract, hasEnded } from "../../src/domain/customer.ts";
import { hasContractSql, notEndedSql } from "../../src/store/customers/contract-days.ts";
import { ownedBySql } from "../../src/store/customers/ownership.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-28T12:00:00Z");

const CONTRACTS = [
  { name: "nothing known" },
  { name: "a start alone", startedOn: "2026-01-01" },
  { name: "revenue alone", monthlyRevenueMinor: 100 },
  { name: "a renewal alone", renewsOn: "2027-01-01" },
  { name: "start and revenue", startedOn: "2026-01-01", monthlyRevenueMinor: 100 },
  { name: "start and no revenue at all", startedOn: "2026-01-01", monthlyRevenueMinor: 0 },
  { name: "start and renewal", startedOn: "2026-01-01", renewsOn: "2027-01-01" },
  { name: "a start to come", startedOn: "2027-01-01", renewsOn: "2028-01-01" },
  { name: "a start today", startedOn: "2026-11-28", renewsOn: "2028-01-01" },
  { name: "an end before", startedOn: "2026-01-01", monthlyRevenueMinor: 100, endedOn: "2026-11-27" },
  { name: "an end today", startedOn: "2026-01-01", monthlyRevenueMinor: 100, endedOn: "2026-11-28" },
  { name: "an end to come", startedOn: "2026-01-01", monthlyRevenueMinor: 100, endedOn: "2026-11-29" },
  { name: "an end without a contract", endedOn: "2026-11-28" },
] as const;

/** The first is the one that signs in; the others are how customer files may write it, or somebody else. */
const ANA = "ana@example.com";
const OWNERS = [
  "ANA@example.com",
  ANA,
  "Ana@Example.COM",
  "ana@example.org",
  "banana@example.com",
  " ",
  null,
];

describeOnEachDatabase("a rule in SQL and in TypeScript", (database) => {
  it("says the same of who has a contract and who has ended", async () => {
    const store = createStore(database());
    for (const customer of CONTRACTS) await addCustomer(database(), customer);
    const { rows } = await database().pool.query(
      `SELECT c.id, ${hasContractSql("c")} AS contract, ${notEndedSql("c", "$1::timestamptz")} AS open
       FROM customers c ORDER BY c.id`,
      [NOW],
    );
    for (const { id, contract, open } of rows) {
      const customer = (await store.customers.find(id))!;
      const said = { name: customer.name, contract, open };
      expect(said).toEqual({
        name: customer.name,
        contract: hasContract(customer),
        open: !hasEnded(customer, NOW),
      });
    }
    expect(rows.map(({ contract }) => contract)).toContain(true);
    expect(rows).toHaveLength(CONTRACTS.length);
  });

  it.each([ANA, "ANA@EXAMPLE.COM", "a_a@example.com"])("says the same of what %s owns", async (email) => {
    const asked: unknown[] = [];
    for (const ownerEmail of OWNERS) {
      const { rows } = await database().pool.query(
        `SELECT COALESCE(${ownedBySql("c", "$2")}, false) AS owned FROM (SELECT $1::text AS owner_email) c`,
        [ownerEmail, email],
      );
      asked.push({ ownerEmail, owned: rows[0].owned });
    }
    expect(asked).toEqual(
      OWNERS.map((ownerEmail) => ({ ownerEmail, owned: owns({ email }, { ownerEmail }) })),
    );
  });

  it("names an owner on the card whose Home lists the customer, whose nudges name it and who counts as having one", async () => {
    const store = createStore(database());
    const ids = [];
    for (const [index, ownerEmail] of OWNERS.entries()) {
      ids.push(await addCustomer(database(), { name: `c${index}`, ownerEmail }));
    }
    const member = {
      slackUserId: "U1",
      name: "Ana",
      role: "rep",
      timeZone: "Europe/Berlin",
      account: "member",
    } as const;
    const { email } = await store.members.save({ ...member, email: "Ana@example.com" }, NOW);
    const owned = ids.filter((_, index) => owns({ email }, { ownerEmail: OWNERS[index] ?? null }));
    expect(owned).toHaveLength(3);

    const facts = await store.facts.read(["owner"], ids, NOW);
    expect(ids.filter((id) => facts.get(id)?.owner?.name === "Ana")).toEqual(owned);
    const everybody = { band: "all", page: 0, perPage: 10 } as const;
    const { items, owned: inAll } = await store.homeAccounts.ofOwner(email ?? "", everybody, NOW);
    expect(items.map(({ customerId }) => customerId)).toEqual(owned);
    expect(inAll).toBe(owned.length);
    const candidates = await store.riskList.candidatesIn("Europe/Berlin", NOW);
    expect(candidates.map(({ customerId }) => customerId).sort()).toEqual(owned);
    const points = await store.riskList.riskPoints(NOW, NOW);
    const having = points.filter(({ hasOwner }) => hasOwner).map(({ customerId }) => customerId);
    expect(having.sort()).toEqual(owned);
  });

  it("leaves an e-mail with the member who has it, whoever else once had it", async () => {
    const { members } = createStore(database());
    const rest = { name: "Ana", role: "rep", timeZone: "UTC", email: ANA } as const;
    await members.save({ ...rest, slackUserId: "U1", account: "deactivated" }, NOW);
    await members.save({ ...rest, slackUserId: "U2", account: "member" }, NOW);
    await members.save({ ...rest, slackUserId: "U1", account: "deactivated" }, NOW);
    await members.save({ ...rest, slackUserId: "U3", account: "guest" }, NOW);
    const emails = ["U1", "U2", "U3"].map(async (id) => (await members.find(id))?.email);
    expect(await Promise.all(emails)).toEqual([null, ANA, null]);
  });

  it("gives an e-mail to one member, however it is written", async () => {
    const { members } = createStore(database());
    const rest = { name: "Ana", role: "rep", timeZone: "UTC", account: "member" } as const;
    await members.save({ ...rest, slackUserId: "U1", email: "ANA@example.com" }, NOW);
    await members.save({ ...rest, slackUserId: "U2", email: ANA }, NOW);
    expect((await members.find("U1"))?.email).toBeNull();
    expect((await members.find("U2"))?.email).toBe(ANA);
  });

  it("looks for an owner through the index", async () => {
    await database().pool.query(
      `INSERT INTO customers (source, external_id, name, owner_email)
       SELECT 'test', n::text, 'c' || n, 'rep' || n % 500 || '@example.com' FROM generate_series(1, 5000) AS n`,
    );
    await database().pool.query("ANALYZE customers");
    const { rows } = await database().pool.query(
      `EXPLAIN SELECT id FROM customers WHERE ${ownedBySql("customers", "'REP7@example.com'")}`,
    );
    expect(JSON.stringify(rows)).toContain("customers_owner_idx");
  });
});
