import { describe, expect, it } from "vitest";
import {
  type DigestFindings,
  digestMessage,
  NAMES_PER_LIST,
  namedInDigest,
} from "../../../../src/domain/messages/digest.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { RiskMovement, RiskPoint } from "../../../../src/domain/risk/risk-movement.ts";
import { valueAtRisk } from "../../../../src/domain/value/value-at-risk.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const point = (customerId: number, probability: number | null = 0.7): RiskPoint => ({
  customerId,
  source: "test",
  probability,
  previousProbability: 0.4,
  previousScoredAt: new Date("2026-11-16T04:00:00Z"),
  hasOwner: true,
});
const points = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => point(from + place));
const movement = (given: Partial<RiskMovement>): RiskMovement => ({
  customersAtRisk: { high: 1, medium: 2, low: 3 },
  unscored: 4,
  highWithoutOwner: [],
  high: [],
  newlyHigh: [],
  risers: [],
  fallers: [],
  ...given,
});

describe("who may be named in a digest", () => {
  it("is who stands in one of its lists, each once", () => {
    const lists = movement({ newlyHigh: [point(1)], risers: [point(2), point(1)], fallers: [point(3)] });
    expect(namedInDigest(lists)).toEqual([1, 2, 3]);
  });

  it("is five of each list at most", () => {
    const lists = movement({ newlyHigh: points(1, 9), risers: points(11, 19), fallers: points(21, 29) });
    expect(NAMES_PER_LIST).toBe(5);
    expect(namedInDigest(lists)).toEqual([points(1, 5), points(11, 15), points(21, 25)].flat().map(idOf));
  });
});
const idOf = ({ customerId }: { readonly customerId: number }) => customerId;

const raises = { feature: "openTickets", value: 3, typical: 0, contribution: 0.8 } as const;
const lowers = { feature: "daysSinceLastTouch", value: 5, typical: 30, contribution: -0.9 } as const;
const SAID = {
  openTickets: phrase("because.open-tickets", { n: 3 }),
  daysSinceLastTouch: phrase("because.in-touch", { days: 5 }),
};
const bounds = { low: 0.6, high: 0.8 };
const score = {
  asOf: new Date("2026-11-23T04:00:00Z"),
  probability: 0.7,
  bounds,
  silence: null,
  reasons: [raises, lowers],
  levers: [],
  model: null,
};
const known = (id: number, given: Parameters<typeof cardFactsOf>[0] = { score }) =>
  [id, cardFactsOf(given, { id, name: `Customer ${id}` })] as const;

const AT_RISK = valueAtRisk([], new Map());
const findings = (given: Partial<DigestFindings>): DigestFindings => ({
  week: "2026-W47",
  fromDay: "2026-11-16",
  toDay: "2026-11-22",
  timeZone: "UTC",
  basis: null,
  retention: { month: "2026-10", cohort: { activeAtStart: 9 } as never, activityWindowDays: 365 },
  nudges: { sent: 3 } as never,
  valueAtRisk: AT_RISK,
  movement: movement({}),
  facts: new Map(),
  isTeamKnown: false,
  ...given,
});

describe("a channel's digest", () => {
  it("carries what was found, without the customers' facts", () => {
    const { week, fromDay, toDay, timeZone, basis, retention, nudges } = findings({});
    expect(digestMessage(findings({}))).toEqual({
      kind: "digest",
      ...{ week, fromDay, toDay, timeZone, basis, retention, nudges },
      customersAtRisk: { high: 1, medium: 2, low: 3 },
      unscored: 4,
      highWithoutOwner: 0,
      newlyHigh: { count: 0, top: [] },
      risers: [],
      fallers: [],
      valueAtRisk: AT_RISK,
    });
  });

  it("counts all who are newly at high risk and names five of them", () => {
    const newlyHigh = points(1, 7);
    const facts = new Map(newlyHigh.map(({ customerId }) => known(customerId)));
    const { newlyHigh: told } = digestMessage(findings({ movement: movement({ newlyHigh }), facts }));
    expect(told.count).toBe(7);
    expect(told.top.map(idOf)).toEqual([1, 2, 3, 4, 5]);
  });

  it("tells of whoever rose what raises the risk, of whoever fell what lowers it", () => {
    const lists = { newlyHigh: [point(1)], risers: [point(2)], fallers: [point(3)] };
    const facts = new Map([known(1), known(2), known(3)]);
    const told = digestMessage(findings({ movement: movement(lists), facts }));
    const change = (customerId: number, reason: typeof raises | typeof lowers) => ({
      customerId,
      name: `Customer ${customerId}`,
      probability: 0.7,
      bounds,
      previousProbability: 0.4,
      reason: SAID[reason.feature],
    });
    expect(told.newlyHigh.top).toEqual([change(1, raises)]);
    expect(told.risers).toEqual([change(2, raises)]);
    expect(told.fallers).toEqual([change(3, lowers)]);
  });

  it("leaves out whom nothing is known of any more, or who has no figure", () => {
    const risers = [point(1), point(2, null), point(3)];
    const facts = new Map([known(2), known(3, {})]);
    const told = digestMessage(findings({ movement: movement({ risers }), facts })).risers;
    expect(told).toMatchObject([{ customerId: 3, bounds: null, reason: null }]);
  });
});
