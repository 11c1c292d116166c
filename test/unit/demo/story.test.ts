import { describe, expect, it } from "vitest";
import { generateDemo } from "../../../src/demo/generate-demo.ts";
import type { CustomerFile } from "../../../src/domain/customer-records.ts";

const DAY_MS = 86_400_000;

// The story must hold whatever the seed and the day, a leap day and a year's turn included.
describe.each([
  [7, "2026-11-22T09:30:00Z"],
  [1, "2028-02-28T00:10:00Z"],
  [99, "2026-12-31T23:50:00Z"],
])("with seed %i as of %s", (seed, text) => {
  const asOf = new Date(text);
  const demo = generateDemo({ seed, asOf });
  const named = (name: string): CustomerFile => {
    const file = demo.files.find(({ profile }) => profile.name === name);
    if (!file) throw new Error(`${name} is missing`);
    return file;
  };
  const daysAgo = (at: Date) => (asOf.getTime() - at.getTime()) / DAY_MS;
  const daysAhead = (day: string | null) => (Date.parse(`${day}T00:00:00Z`) - asOf.getTime()) / DAY_MS;
  const sinceLastTouch = (file: CustomerFile) => Math.min(...file.touches.map(({ at }) => daysAgo(at)));
  const weeklyUsage = (file: CustomerFile, from: number, to: number) => {
    const weeks = file.activities.filter(
      ({ kind, at }) => kind === "usage" && daysAgo(at) >= from && daysAgo(at) < to,
    );
    return weeks.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0) / weeks.length;
  };

  it("Acme renews in about six weeks and shows every sign of leaving", () => {
    const acme = named("Acme");
    expect(acme.profile.domain).toBe("acme.example");
    expect(acme.profile.attributes.aliases?.split("|")).toContain("Acme Corp");
    expect(daysAhead(acme.profile.renewsOn)).toBeGreaterThan(37);
    expect(daysAhead(acme.profile.renewsOn)).toBeLessThan(43);
    expect(acme.profile.endedOn).toBeNull();
    expect(weeklyUsage(acme, 0, 14)).toBeLessThan(0.5 * weeklyUsage(acme, 56, 140));
    expect(weeklyUsage(acme, 0, 28)).toBeLessThan(weeklyUsage(acme, 28, 56));
    expect(acme.tickets.filter(({ solvedAt }) => solvedAt === null)).toHaveLength(1);
    expect(sinceLastTouch(acme)).toBeCloseTo(40, 1);
    const csat = acme.feedback.filter(({ kind }) => kind === "csat").sort((a, b) => +a.at - +b.at);
    expect(csat.at(-1)?.score).toBeLessThanOrEqual(2);
    expect(csat.at(-2)?.score).toBeGreaterThanOrEqual(4);
  });

  it("Acme pays its monthly revenue", () => {
    const acme = named("Acme");
    const payments = acme.activities.filter(({ kind }) => kind === "payment");
    expect(new Set(payments.map(({ amountMinor }) => amountMinor))).toEqual(
      new Set([acme.profile.monthlyRevenueMinor]),
    );
  });

  it("Globex had a delivery five days ago and no contact since", () => {
    const globex = named("Globex");
    const deliveries = globex.activities
      .filter(({ kind }) => kind === "delivery")
      .map(({ at }) => daysAgo(at));
    expect(Math.min(...deliveries)).toBeCloseTo(5, 1);
    expect(sinceLastTouch(globex)).toBeGreaterThan(7);
  });

  it("Initech's complaint was solved yesterday after six days, and nobody has asked since", () => {
    const initech = named("Initech");
    const last = [...initech.tickets].sort((a, b) => +a.openedAt - +b.openedAt).at(-1);
    const solvedAt = last?.solvedAt ?? asOf;
    expect(daysAgo(solvedAt)).toBeCloseTo(1, 1);
    expect((+solvedAt - +(last?.openedAt ?? asOf)) / DAY_MS).toBeCloseTo(6, 1);
    expect(initech.feedback.every(({ at }) => at < solvedAt)).toBe(true);
    expect(sinceLastTouch(initech)).toBeGreaterThan(1);
  });

  it("a VIP's main contact has their birthday tomorrow", () => {
    const tomorrow = new Date(asOf.getTime() + DAY_MS).toISOString().slice(5, 10);
    const vandelay = named("Vandelay Industries");
    expect(vandelay.profile.segment).toBe("VIP");
    expect(vandelay.contacts[0]?.birthday?.slice(5)).toBe(tomorrow);
  });

  it("Brightwater left this month while all looked well", () => {
    const left = named("Brightwater Logistics");
    expect(daysAhead(left.profile.endedOn)).toBeLessThan(-14);
    expect(daysAhead(left.profile.endedOn)).toBeGreaterThan(-25);
    expect(left.tickets.every(({ solvedAt }) => solvedAt !== null)).toBe(true);
    expect([...left.feedback].sort((a, b) => +a.at - +b.at).at(-1)?.score).toBe(5);
    expect(weeklyUsage(left, 25, 60)).toBeGreaterThan(0.6 * weeklyUsage(left, 60, 180));
  });

  it("names are there that need escaping, a choice or another script", () => {
    const names = demo.files.map(({ profile }) => profile.name);
    expect(names).toEqual(
      expect.arrayContaining(["Northwind Traders", "Northwind Trading", "北京晨光科技有限公司"]),
    );
    for (const awkward of [/<b>/, /\*/, /&/, /'/, /[äöüß]/, /[éèç]/, /株式会社/]) {
      expect(names.some((name) => awkward.test(name))).toBe(true);
    }
  });

  it("loyal customers of high value are still there", () => {
    const loyal = demo.files.filter(({ profile }) => profile.attributes.loyalty_tier === "gold");
    expect(loyal.length).toBeGreaterThan(1);
    for (const { profile } of loyal) expect([profile.segment, profile.endedOn]).toEqual(["VIP", null]);
  });
});
