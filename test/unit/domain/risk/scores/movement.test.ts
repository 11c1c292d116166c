import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movementOf, wholePoints } from "../../../../../src/domain/risk/scores/movement.ts";
import { correctionsPhrase, movementPhrase } from "../../../../../src/domain/risk/scores/movement-note.ts";
import { type NewData, newDataPhrase } from "../../../../../src/domain/risk/scores/new-data.ts";
import { textOf } from "../../../../../src/words/text.ts";

const NOTHING: NewData = {
  purchases: 0,
  refunds: 0,
  deliveries: 0,
  usageDays: 0,
  ticketsOpened: 0,
  ticketsSolved: 0,
  contacts: 0,
  feedback: 0,
  contractBegan: false,
};
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const stations = fc.record({
  before: probability,
  aged: probability,
  informed: probability,
  after: probability,
});

describe("a movement's parts", () => {
  it("are the steps from station to station, in the order time, data, model", () => {
    const way = { before: 0.5, aged: 0.59, informed: 0.64, after: 0.62 };
    const { parts, corrections } = movementOf(way, way);
    expect(parts.time).toBeCloseTo(0.09, 12);
    expect(parts.data).toBeCloseTo(0.05, 12);
    expect(parts.model).toBeCloseTo(-0.02, 12);
    expect(corrections).toBe(0);
  });

  it("add up to the difference of the scores, also where those cannot be computed again", () => {
    fc.assert(
      fc.property(stations, probability, probability, (way, before, after) => {
        for (const stored of [way, { before, after }]) {
          const { parts, ...ends } = movementOf(way, stored);
          const sum = parts.time + parts.data + parts.model;
          expect(Math.abs(sum - (ends.after - ends.before))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("take four-byte storage for the same figure, and more than that for changed data, counted as data", () => {
    const way = { before: 0.1, aged: 0.3, informed: 0.3, after: 0.3 };
    const asStored = movementOf(way, { before: Math.fround(0.1), after: Math.fround(0.3) });
    expect(asStored.parts.data).toBe(0);
    expect(asStored.parts.model).toBe(0);
    const changed = movementOf(way, { before: 0.2, after: 0.3 });
    expect(changed.parts.time).toBeCloseTo(0.2, 12);
    expect(changed.parts.data).toBeCloseTo(-0.1, 12);
    expect(changed.corrections).toBeCloseTo(-0.1, 12);
    expect(changed).toMatchObject({ before: 0.2, after: 0.3 });
  });
});

describe("whole points", () => {
  it("add up to the total a card shows; a part of exactly 0 stays 0, and none is off by a point or more", () => {
    fc.assert(
      fc.property(stations, fc.boolean(), fc.boolean(), (given, noData, noModel) => {
        const informed = noData ? given.aged : given.informed;
        const way = { ...given, informed, after: noModel ? informed : given.after };
        const movement = movementOf(way, way);
        const points = wholePoints(movement);
        expect(points.time + points.data + points.model).toBe(points.total);
        expect(points.total).toBe(Math.round(way.after * 100) - Math.round(way.before * 100));
        if (noData) expect(points.data).toBe(0);
        if (noModel) expect(points.model).toBe(0);
        for (const name of ["time", "data", "model"] as const)
          expect(Math.abs(points[name] - movement.parts[name] * 100)).toBeLessThan(1 + 1e-9);
      }),
    );
  });
});

describe("a movement in words", () => {
  const way = { before: 0.5, aged: 0.59, informed: 0.64, after: 0.62 };
  const movement = movementOf(way, way);
  const inWords = (...given: Parameters<typeof movementPhrase>) => textOf(movementPhrase(...given), "en");

  it("names the parts with their signs, and what the new data was", () => {
    const told = inWords(movement, { ...NOTHING, ticketsOpened: 1 }, { modelChanged: true });
    expect(told).toBe("+12 points: time passing +9, new data +5 (1 ticket opened), new model −2");
  });

  it("says nothing of the model where it is the same, and that nothing is new where nothing is", () => {
    const still = { before: 0.5, aged: 0.51, informed: 0.51, after: 0.51 };
    const told = inWords(movementOf(still, still), NOTHING, { modelChanged: false });
    expect(told).toBe("+1 point: time passing +1, nothing new on record");
    const same = { before: 0.5, aged: 0.5, informed: 0.5, after: 0.5 };
    expect(inWords(movementOf(same, same), NOTHING, { modelChanged: false })).toMatch(/^no change: /);
  });

  it("lists at most three kinds of news", () => {
    const news = (given: NewData) => {
      const told = newDataPhrase(given);
      return told && textOf(told, "en");
    };
    const much = { ...NOTHING, purchases: 2, contacts: 1, ticketsOpened: 3, ticketsSolved: 1, usageDays: 5 };
    expect(news(much)).toBe("3 tickets opened, 1 ticket solved, 1 contact and more");
    expect(news({ ...NOTHING, deliveries: 1 })).toBe("1 delivery");
    expect(news({ ...NOTHING, contractBegan: true, refunds: 2 })).toBe("the contract began, 2 refunds");
    expect(news(NOTHING)).toBeNull();
  });

  it("warns where data from before a score changed afterwards", () => {
    expect(correctionsPhrase(movement)).toBeNull();
    expect(correctionsPhrase(movementOf(way, { before: 0.45, after: 0.62 }))?.code).toBe(
      "movement.corrections",
    );
  });
});
