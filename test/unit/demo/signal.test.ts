import { describe, expect, it } from "vitest";
import { generateDemo } from "../../../src/demo/generate-demo.ts";
import type { CustomerFile } from "../../../src/domain/customer-records.ts";

const DAY_MS = 86_400_000;
const HORIZON_DAYS = 90;
const AS_OF = new Date("2026-11-22T09:30:00Z");

type Snapshot = { readonly at: number; readonly file: CustomerFile; readonly left: boolean };

/** Customers of several invented teams at several dates, each with what they did in the 90 days after. */
const snapshots: readonly Snapshot[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => {
  const { files } = generateDemo({ seed, asOf: AS_OF, customers: 300 });
  return [90, 180, 270].flatMap((daysBack) => {
    const at = AS_OF.getTime() - daysBack * DAY_MS;
    return files.filter((file) => isCustomer(file, at)).map((file) => ({ at, file, left: leaves(file, at) }));
  });
});
const contracts = snapshots.filter(({ file }) => file.profile.startedOn !== null);
const byOrder = snapshots.filter(({ file }) => file.profile.startedOn === null);

describe("customers at a past date", () => {
  it("left within 90 days in 10 to 35 of 100 cases, with and without contract", () => {
    for (const population of [snapshots, contracts, byOrder]) {
      const share = population.filter(({ left }) => left).length / population.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.35);
    }
  });
});

describe("before customers leave", () => {
  const signals: readonly [string, readonly Snapshot[], (snapshot: Snapshot) => number][] = [
    ["their usage falls", contracts, usageFall],
    ["their orders are overdue by their own rhythm", byOrder, silenceOverGap],
    [
      "they have had more tickets",
      contracts,
      ({ file, at }) =>
        within(
          file.tickets.map((t) => t.openedAt),
          at,
          60,
        ),
    ],
    [
      "they have been contacted less",
      contracts,
      ({ file, at }) =>
        -within(
          file.touches.map((t) => t.at),
          at,
          90,
        ),
    ],
    ["they are less satisfied", snapshots, (snapshot) => -lastCsat(snapshot)],
  ];

  // 0.5 is no signal; at 1 the model would have nothing left to find out.
  it.each(signals)("%s, yet not always", (_name, population, signal) => {
    const auc = rankAuc(population, signal);
    expect(auc).toBeGreaterThan(0.55);
    expect(auc).toBeLessThan(0.93);
  });

  it("neither the name nor the order of the customers gives them away", () => {
    const auc = rankAuc(snapshots, ({ file }) => Number(file.profile.externalId.slice(-4)));
    expect(Math.abs(auc - 0.5)).toBeLessThan(0.06);
  });
});

/** Probability that someone who left shows more of the signal than someone who stayed; ties count half. */
function rankAuc(population: readonly Snapshot[], signal: (snapshot: Snapshot) => number): number {
  const values = population.map((snapshot) => ({ left: snapshot.left, value: signal(snapshot) }));
  const left = values.filter((each) => each.left);
  const stayed = values.filter((each) => !each.left);
  let wins = 0;
  for (const a of left) for (const b of stayed) wins += a.value > b.value ? 1 : a.value === b.value ? 0.5 : 0;
  return wins / (left.length * stayed.length);
}

function isCustomer({ profile, activities }: CustomerFile, at: number): boolean {
  if (profile.endedOn && Date.parse(profile.endedOn) < at) return false;
  if (profile.startedOn) return Date.parse(profile.startedOn) < at;
  return activities.some((activity) => activity.kind === "order" && activity.at.getTime() < at);
}

function leaves({ profile, activities }: CustomerFile, at: number): boolean {
  const end = at + HORIZON_DAYS * DAY_MS;
  if (profile.startedOn) return profile.endedOn !== null && Date.parse(profile.endedOn) < end;
  return !activities.some(({ kind, at: when }) => kind === "order" && +when >= at && +when < end);
}

function within(times: readonly Date[], at: number, days: number): number {
  return times.filter((time) => +time < at && +time >= at - days * DAY_MS).length;
}

function usageFall({ file, at }: Snapshot): number {
  const mean = (fromDays: number, toDays: number) => {
    const weeks = file.activities.filter(
      ({ kind, at: when }) =>
        kind === "usage" && +when < at - fromDays * DAY_MS && +when >= at - toDays * DAY_MS,
    );
    return weeks.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0) / Math.max(1, weeks.length);
  };
  return 1 - mean(0, 28) / Math.max(1, mean(28, 140));
}

function silenceOverGap({ file, at }: Snapshot): number {
  const orders = file.activities.filter(({ kind, at: when }) => kind === "order" && +when < at);
  const days = [...new Set(orders.map(({ at: when }) => Math.floor(+when / DAY_MS)))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const gap = days.length > 1 ? (last - first) / (days.length - 1) : 45;
  return (at / DAY_MS - last) / gap;
}

function lastCsat({ file, at }: Snapshot): number {
  const answers = file.feedback.filter(({ kind, at: when }) => kind === "csat" && +when < at);
  const last = answers.sort((a, b) => +a.at - +b.at).at(-1);
  return last?.score ?? 4;
}
