import { describe, expect, it } from "vitest";
import { FEASTS } from "../../../src/domain/feasts.ts";
import { feasts } from "../../../src/holidays/feasts.ts";
import { en } from "../../../src/words/en/en.ts";

const calendar = feasts();

describe("the next great feast of a country", () => {
  it.each([
    ["DE", "2026-12-20", { feast: "christmas", day: "2026-12-25" }],
    ["CN", "2026-02-12", { feast: "lunar_new_year", day: "2026-02-17" }],
    ["TW", "2026-02-12", { feast: "lunar_new_year", day: "2026-02-17" }],
    ["KR", "2026-02-12", { feast: "lunar_new_year", day: "2026-02-17" }],
    ["VN", "2026-02-12", { feast: "lunar_new_year", day: "2026-02-17" }],
    ["AE", "2026-03-15", { feast: "eid_al_fitr", day: "2026-03-20" }],
    ["SG", "2026-11-03", { feast: "diwali", day: "2026-11-08" }],
    ["IR", "2027-03-16", { feast: "nowruz", day: "2027-03-21" }],
    ["US", "2026-11-21", { feast: "thanksgiving", day: "2026-11-26" }],
    // Over the end of a year, in a country that does not keep Christmas.
    ["TR", "2026-12-28", { feast: "new_year", day: "2027-01-01" }],
  ])("of %s after %s", (country, day, expected) => {
    expect(calendar.after(country, day)).toEqual(expected);
  });

  it("is told within a week, and not on its own day", () => {
    expect(calendar.after("DE", "2026-12-17")).toBeNull();
    expect(calendar.after("DE", "2026-12-18")?.feast).toBe("christmas");
    expect(calendar.after("DE", "2026-12-25")).toBeNull();
  });

  it("is one where Christmas and New Year are wished together", () => {
    expect(calendar.after("DE", "2026-12-28")).toBeNull();
    expect(calendar.after("US", "2026-12-28")).toBeNull();
  });

  it("is no national, labour or memorial day, and no day that makes up for a weekend", () => {
    expect(calendar.after("FR", "2026-07-10")).toBeNull();
    expect(calendar.after("DE", "2026-04-28")).toBeNull();
    expect(calendar.after("GB", "2027-12-26")).toBeNull();
  });

  it.each(["Germany", "deutschland", " DE ", "Allemagne", "Alemania", "德国", "德國"])(
    "is known by the name the file has for the country: %s",
    (name) => expect(calendar.after(name, "2026-12-20")?.feast).toBe("christmas"),
  );

  it("is unknown of a country that nobody knows", () => {
    for (const name of ["", "Atlantis", "XX"]) expect(calendar.after(name, "2026-12-20")).toBeNull();
    expect(calendar.after("USA", "2026-12-20")?.feast).toBe("christmas");
  });

  it("has a greeting of its own", () => {
    for (const feast of FEASTS) expect(en["holiday.action"]).toContain(`${feast} {`);
    for (const feast of FEASTS) expect(en["holiday.reason"]).toContain(`${feast} {`);
  });
});
