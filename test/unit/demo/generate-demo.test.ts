import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DEMO_NOTE, DEMO_SEED, type DemoData } from "../../../src/demo/demo-data.ts";
import { generateDemo } from "../../../src/demo/generate-demo.ts";
import { searchKeysOf } from "../../../src/domain/customers/customer-name.ts";
import { isCurrency } from "../../../src/domain/money.ts";

const AS_OF = new Date("2026-11-22T09:30:00Z");
const demo = generateDemo({ seed: DEMO_SEED, asOf: AS_OF });
const FEW = { seed: DEMO_SEED, asOf: AS_OF, customers: 60 };
const hash = (data: DemoData) => createHash("sha256").update(JSON.stringify(data)).digest("hex");
const profiles = demo.files.map((file) => file.profile);
const activities = demo.files.flatMap((file) => file.activities);

describe("the same seed and moment", () => {
  it("give the same data", () => {
    expect(hash(generateDemo(FEW))).toBe(hash(generateDemo(FEW)));
  });
  it("another seed gives other data", () => {
    expect(hash(generateDemo({ ...FEW, seed: DEMO_SEED + 1 }))).not.toBe(hash(generateDemo(FEW)));
  });
  it("a later moment gives the same customers, with records up to then", () => {
    const later = generateDemo({ seed: DEMO_SEED, asOf: new Date("2027-03-01T18:00:00Z") });
    expect(later.files.map((file) => file.profile.name)).toEqual(profiles.map((profile) => profile.name));
    expect(newest(later)).toBeGreaterThan(new Date("2027-02-26T00:00:00Z").getTime());
  });
});

// A leap day, a month's last day, a midnight and a working day's noon.
describe.each([
  "2024-02-28T23:59:00Z",
  "2026-01-31T00:00:00Z",
  "2028-02-29T12:00:00Z",
  "2026-11-22T09:30:00Z",
])("as of %s", (text) => {
  const asOf = new Date(text);
  const data = generateDemo({ seed: 3, asOf });
  it("nothing has happened later", () => {
    expect(newest(data)).toBeLessThanOrEqual(asOf.getTime());
    for (const { profile } of data.files) {
      if (profile.startedOn) expect(profile.startedOn <= day(asOf)).toBe(true);
      if (profile.endedOn) expect(profile.endedOn <= day(asOf)).toBe(true);
    }
  });
  it("the records reach back about two years", () => {
    const oldest = Math.min(...data.files.flatMap((file) => file.activities.map(({ at }) => at.getTime())));
    const days = (asOf.getTime() - oldest) / 86_400_000;
    expect(days).toBeGreaterThan(600);
    expect(days).toBeLessThan(740);
  });
  it("a running contract renews ahead, an ended one on or after its end", () => {
    for (const { startedOn, renewsOn, endedOn } of data.files.map((file) => file.profile)) {
      if (!startedOn || !renewsOn) continue;
      expect(renewsOn.slice(5)).toBe(startedOn.slice(5));
      expect(renewsOn >= (endedOn ?? day(asOf))).toBe(true);
    }
  });
  it("every day is a day of the calendar", () => {
    const days = data.files.flatMap(({ profile, contacts }) => [
      profile.startedOn,
      profile.renewsOn,
      profile.endedOn,
      ...contacts.map(({ birthday }) => birthday),
    ]);
    const costDays = data.costs.flatMap(({ fromDay, toDay }) => [fromDay, toDay]);
    for (const each of [...days, ...costDays]) {
      if (each !== null) expect(day(new Date(`${each}T00:00:00Z`))).toBe(each);
    }
  });
});

describe("the customers", () => {
  it("are a thousand with 45,000 to 65,000 activities, or as many as were asked for", () => {
    expect(demo.files).toHaveLength(1000);
    expect(activities.length).toBeGreaterThan(45_000);
    expect(activities.length).toBeLessThan(65_000);
    expect(generateDemo({ seed: DEMO_SEED, asOf: AS_OF, customers: 40 }).files).toHaveLength(40);
  });
  it("are labelled as invented, and nobody can own their domains", () => {
    for (const profile of profiles) {
      expect(profile.source).toBe("demo");
      expect(profile.attributes.note).toBe(DEMO_NOTE);
      expect(profile.domain).toMatch(/^[a-z0-9-]+\.example$/);
    }
    for (const member of demo.members) expect(member.email).toMatch(/@demo\.example$/);
  });
  it("have names and domains of their own", () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(1000);
    expect(new Set(profiles.map(({ domain }) => domain)).size).toBe(1000);
  });
  it("can each be found by name", () => {
    for (const profile of profiles) expect(searchKeysOf(profile).keys.length).toBeGreaterThan(0);
  });
  it("are owned by members of the team, except for a few", () => {
    const emails = new Set(demo.members.map(({ email }) => email));
    const unowned = profiles.filter(({ ownerEmail }) => ownerEmail === null);
    for (const { ownerEmail } of profiles) if (ownerEmail) expect(emails).toContain(ownerEmail);
    expect(unowned.length).toBeGreaterThan(0);
    expect(unowned.length).toBeLessThan(40);
  });
  it("are a hundred and some for every rep at most, the story's among Anna's", () => {
    const accounts = (email: string | null) =>
      profiles.filter(({ ownerEmail, endedOn }) => ownerEmail === email && endedOn === null);
    for (const { email, role } of demo.members) {
      if (role !== "rep") continue;
      expect(accounts(email).length).toBeGreaterThan(20);
      expect(accounts(email).length).toBeLessThan(130);
    }
    expect(accounts("anna.keller@demo.example").map(({ name }) => name)).toContain("Acme");
  });
  it("buy by order for the larger part, the others have contracts", () => {
    const share = profiles.filter(({ startedOn }) => startedOn !== null).length / profiles.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });
  it("use several currencies, euros mostly", () => {
    const count = (currency: string) => profiles.filter((profile) => profile.currency === currency).length;
    expect(count("EUR")).toBeGreaterThan(500);
    for (const currency of ["USD", "GBP", "JPY"]) expect(count(currency)).toBeGreaterThan(0);
  });
});

describe("the rows", () => {
  it("are unique by source and external id within their table", () => {
    for (const rows of [
      activities,
      profiles,
      demo.costs,
      demo.files.flatMap((file) => file.contacts),
      demo.files.flatMap((file) => file.tickets),
      demo.files.flatMap((file) => file.feedback),
      demo.files.flatMap((file) => file.touches),
    ]) {
      expect(new Set(rows.map(({ source, externalId }) => `${source} ${externalId}`)).size).toBe(rows.length);
    }
  });
  it("state an amount only with a currency, the customer's own", () => {
    for (const { profile, activities: rows } of demo.files) {
      for (const { amountMinor, currency } of rows) {
        expect(currency).toBe(amountMinor === null ? null : profile.currency);
      }
    }
  });
  it("hold amounts above zero in whole minor units", () => {
    const amounts = [...activities, ...demo.costs].map(({ amountMinor }) => amountMinor);
    for (const amount of amounts)
      if (amount !== null) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
    for (const { currency } of demo.costs) expect(isCurrency(currency)).toBe(true);
  });
  it("answer scales are kept", () => {
    for (const { kind, score, scaleMax } of demo.files.flatMap((file) => file.feedback)) {
      expect(score).toBeGreaterThanOrEqual(kind === "nps" ? 0 : 1);
      expect(score).toBeLessThanOrEqual(scaleMax);
    }
  });
  it("no ticket is answered before it was opened or solved before it was answered", () => {
    for (const { openedAt, firstReplyAt, solvedAt } of demo.files.flatMap((file) => file.tickets)) {
      if (firstReplyAt) expect(firstReplyAt.getTime()).toBeGreaterThan(openedAt.getTime());
      if (solvedAt) expect(solvedAt.getTime()).toBeGreaterThan(firstReplyAt!.getTime());
    }
  });
  it("no usage or payment follows the end of a contract by more than the late ones' two weeks", () => {
    for (const { profile, activities: rows } of demo.files) {
      if (!profile.endedOn || !profile.startedOn) continue;
      const end = new Date(`${profile.endedOn}T00:00:00Z`).getTime();
      for (const { kind, at } of rows) {
        const graceDays = kind === "payment" ? 14 : 1;
        expect(at.getTime()).toBeLessThan(end + graceDays * 86_400_000);
      }
    }
  });
});

describe("the costs", () => {
  it("grow with the number of customers, the budgets with them", () => {
    const few = generateDemo({ seed: DEMO_SEED, asOf: AS_OF, customers: 100 });
    const many = generateDemo({ seed: DEMO_SEED, asOf: AS_OF, customers: 200 });
    const total = (rows: ReadonlyArray<{ readonly amountMinor: number }>) =>
      rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(total(many.costs) / total(few.costs)).toBeCloseTo(2, 1);
    expect(total(many.budgets) / total(few.budgets)).toBeCloseTo(2, 1);
  });
  it("cover the last 14 months without a gap, one labour entry a segment and month", () => {
    const labour = demo.costs.filter(({ category }) => category === "labour");
    for (const segment of ["VIP", "Standard", "Small"]) {
      const months = labour.filter(({ appliesTo }) => appliesTo === `segment:${segment}`);
      expect(months.map(({ fromDay }) => fromDay.slice(0, 7)).sort()).toEqual(lastMonths(14));
    }
  });
  it("charge the yearly tool once for any day of the 14 months", () => {
    const tool = demo.costs.filter(({ category }) => category === "tools");
    for (const month of lastMonths(14)) {
      const middle = `${month}-15`;
      expect(tool.filter(({ fromDay, toDay }) => fromDay <= middle && middle <= toDay)).toHaveLength(1);
    }
  });
  it("apply to customers and segments that exist", () => {
    const known = new Set([
      "all",
      ...profiles.flatMap((p) => [`segment:${p.segment}`, `customer:${p.externalId}`]),
    ]);
    for (const { appliesTo } of demo.costs)
      for (const part of appliesTo.split("|")) expect(known).toContain(part);
  });
});

function lastMonths(count: number): string[] {
  const month = (ago: number) => new Date(Date.UTC(AS_OF.getUTCFullYear(), AS_OF.getUTCMonth() - ago, 1));
  return Array.from({ length: count }, (_, ago) => month(ago).toISOString().slice(0, 7)).sort();
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The latest time in any row, in milliseconds. */
function newest(data: DemoData): number {
  const times = data.files.flatMap((file) => [
    ...[...file.activities, ...file.feedback, ...file.touches].map(({ at }) => at),
    ...file.tickets.flatMap(({ openedAt, firstReplyAt, solvedAt }) => [openedAt, firstReplyAt, solvedAt]),
  ]);
  return times.reduce((latest, at) => Math.max(latest, at?.getTime() ?? 0), 0);
}
