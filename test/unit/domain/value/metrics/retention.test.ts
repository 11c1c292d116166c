import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cohort, retentionOf } from "../../../../../src/domain/customers/cohort.ts";

/** Without whoever came back or is served besides: the rates do not ask for them. */
const cohortOf = (given: Pick<Cohort, "atStart" | "atEnd" | "retained" | "joined"> & Partial<Cohort>) => ({
  reactivated: 0,
  left: given.atStart + given.joined + (given.reactivated ?? 0) - given.atEnd,
  served: given.atStart + given.joined,
  ...given,
});

describe("retention", () => {
  it("A10, A11: S 200, E 210, N 30 is 90 % retained and 10 % churned, and the formula agrees", () => {
    const figure = retentionOf(cohortOf({ atStart: 200, atEnd: 210, retained: 180, joined: 30 }));
    expect(figure).toEqual({
      kind: "rate",
      retainedPercent: 90,
      churnedPercent: 10,
      lost: 20,
      formula: "(210 − 30) ÷ 200",
    });
  });

  it("trap: counts the cohort where someone joins and leaves inside the period, and shows no formula", () => {
    // 10 of the first 100 leave, and 5 of the 20 who joined.
    const cohort = cohortOf({ atStart: 100, atEnd: 105, retained: 90, joined: 20 });
    expect((100 * (cohort.atEnd - cohort.joined)) / cohort.atStart).toBe(85);
    expect(retentionOf(cohort)).toMatchObject({ retainedPercent: 90, churnedPercent: 10, formula: null });
  });

  it("trap: without customers at the start there is no rate", () => {
    expect(retentionOf(cohortOf({ atStart: 0, atEnd: 12, retained: 0, joined: 12 }))).toEqual({
      kind: "not-applicable",
      because: "no-customers-at-start",
    });
  });

  it("takes whoever came back for an addition: neither retained nor missing from the formula", () => {
    // 20 of 200 left; 25 joined and 5 of earlier days came back.
    const cohort = cohortOf({ atStart: 200, atEnd: 210, retained: 180, joined: 25, reactivated: 5 });
    expect(retentionOf(cohort)).toMatchObject({
      ...{ retainedPercent: 90, churnedPercent: 10, lost: 20 },
      formula: "(210 − 30) ÷ 200",
    });
    // Who left and came back inside the period was there at the start and at the end.
    const andBack = cohortOf({ atStart: 10, atEnd: 10, retained: 10, joined: 0, reactivated: 1 });
    expect(andBack.left).toBe(1);
    expect(retentionOf(andBack)).toMatchObject({ retainedPercent: 100, lost: 0, formula: null });
  });

  it("retained and churned always make 100 %, and the formula only shows where it says the same", () => {
    const people = fc.nat(60);
    fc.assert(
      fc.property(people, people, people, people, people, (retained, lost, stayed, left, back) => {
        const cohort = cohortOf({
          atStart: retained + lost,
          atEnd: retained + stayed + back,
          retained,
          joined: stayed + left,
          reactivated: back,
        });
        const figure = retentionOf(cohort);
        if (figure.kind === "not-applicable") return cohort.atStart === 0;
        const byFormula = (100 * (cohort.atEnd - cohort.joined - cohort.reactivated)) / cohort.atStart;
        const whole = figure.retainedPercent + figure.churnedPercent;
        return (
          Math.abs(whole - 100) < 1e-9 && (figure.formula !== null) === (byFormula === figure.retainedPercent)
        );
      }),
    );
  });
});
