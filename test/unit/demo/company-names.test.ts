import { describe, expect, it } from "vitest";
import { freshCompany } from "../../../src/demo/company-names.ts";
import { planCustomer } from "../../../src/demo/plan.ts";
import { randomStream } from "../../../src/demo/random.ts";

describe("names of invented companies", () => {
  const taken = new Set<string>();
  const plans = Array.from({ length: 5000 }, (_, index) =>
    planCustomer(randomStream(42, index), String(index), taken),
  );

  it("are all different for 5,000 customers, and so are the domains", () => {
    expect(new Set(plans.map(({ name }) => name)).size).toBe(5000);
    expect(new Set(plans.map(({ domain }) => domain)).size).toBe(5000);
    expect(plans.filter(({ domain }) => !/^[a-z]+(-[a-z]+)*\.example$/.test(domain))).toEqual([]);
  });

  it("are names a company could have, in its country's script, none with a number", () => {
    const offenders = (country: string, pattern: RegExp) =>
      plans.filter((plan) => plan.country === country && !pattern.test(plan.name)).map(({ name }) => name);
    expect(offenders("CN", /^\p{Script=Han}{4,12}有限公司$/u)).toEqual([]);
    expect(offenders("JP", /^株式会社[\p{Script=Han}\p{Script=Hiragana}]+$/u)).toEqual([]);
    expect(offenders("DE", /^(Gebr\. )?\p{Lu}[\p{L} ]+ (GmbH|AG|KG)$/u)).toEqual([]);
    expect(plans.filter(({ name }) => /\d|undefined/.test(name))).toEqual([]);
  });

  it("can be typed in Latin letters, too", () => {
    const spelled = plans.filter(({ country }) => country === "CN" || country === "JP");
    expect(spelled.length).toBeGreaterThan(300);
    expect(spelled.filter(({ aliases }) => !aliases.some((alias) => /^[a-z ]+$/.test(alias)))).toEqual([]);
  });

  // 4,000 of one country are more than there are names without a number.
  it.each(["DE", "US", "FR", "ES", "NL", "CN", "JP"])("never run out in %s", (country) => {
    const used = new Set<string>();
    const random = randomStream(1);
    const companies = Array.from({ length: 4000 }, () => freshCompany(random, country, used));
    expect(new Set(companies.map(({ name }) => name)).size).toBe(4000);
    expect(new Set(companies.map(({ domain }) => domain)).size).toBe(4000);
    expect(companies.slice(0, 20).some(({ name }) => /\d/.test(name))).toBe(false);
    expect(companies.some(({ name }) => /\d/.test(name))).toBe(true);
  });
});
