import { describe, expect, it } from "vitest";
import { DEMO_SEED } from "../../../../src/demo/demo-data.ts";
import { generateDemo } from "../../../../src/demo/generate-demo.ts";
import { demoSince } from "../../../../src/demo/living/live-demo.ts";
import type { CustomerFile } from "../../../../src/domain/customer-records.ts";
import { contact, lived, onDay, recordsOf, STARTED_AT } from "./life.ts";

const DAY_MS = 86_400_000;
const timesOf = (file: CustomerFile) => [
  ...[...file.activities, ...file.feedback, ...file.touches].map(({ at }) => at),
  ...file.tickets.map(({ openedAt }) => openedAt),
];

describe("the days after the start", () => {
  const contacts = [contact(1, 2.4), contact(30, 3.1), contact(31, 3.1), contact(32, 9.7), contact(30, 17.2)];
  const until = (day: number) => contacts.filter(({ at }) => at <= onDay(day));

  it("are the same whichever steps the clock takes", () => {
    const inOneGo = lived({ to: 28, contacts });
    const days = Array.from({ length: 28 }, (_, day) =>
      lived({ from: day, to: day + 1, contacts: until(day + 1) }),
    );
    const odd = [0, 0.2, 4.9, 4.91, 11, 27.3, 28];
    const oddly = odd.slice(1).map((to, index) => lived({ from: odd[index] ?? 0, to, contacts: until(to) }));
    const records = recordsOf([inOneGo]);
    expect(records.length).toBeGreaterThan(400);
    expect(recordsOf(days)).toEqual(records);
    expect(recordsOf(oddly)).toEqual(records);
  });

  it("are others with another seed, number of customers or start, also right after these were asked", () => {
    const start = { seed: DEMO_SEED, customers: 80, startedAt: STARTED_AT };
    const of = { ...start, since: STARTED_AT, now: onDay(7), contacts: [] };
    const records = recordsOf([demoSince(of)]);
    const others = [{ seed: DEMO_SEED + 1 }, { customers: 81 }, { startedAt: onDay(-1) }];
    for (const other of others) expect(recordsOf([demoSince({ ...of, ...other })])).not.toEqual(records);
  });

  it("are the same when they are asked again, newcomers' names, too", () => {
    const asked = { to: 60, customers: 400 };
    expect(lived(asked)).toEqual(lived(asked));
  });

  it("hold nothing that was before or is to come", () => {
    const week = lived({ from: 7, to: 14, customers: 200 });
    const records = week.files.flatMap(({ activities, feedback, touches }) => [
      ...activities,
      ...feedback,
      ...touches,
    ]);
    const times = records.map(({ at }) => at.getTime());
    for (const { openedAt, firstReplyAt, solvedAt } of week.files.flatMap(({ tickets }) => tickets)) {
      const moments = [openedAt, firstReplyAt, solvedAt].filter((at) => at !== null);
      expect(moments.every((at) => at <= onDay(14))).toBe(true);
      times.push(Math.max(...moments.map((at) => at.getTime())));
    }
    expect(Math.min(...times)).toBeGreaterThan(onDay(7).getTime());
    expect(Math.max(...times)).toBeLessThanOrEqual(onDay(14).getTime());
  });

  it("bring records on every working day, of every kind in every week", () => {
    const files = lived({ to: 56, customers: 300 }).files;
    const activities = files.flatMap((file) => file.activities);
    for (let day = 1; day <= 55; day += 1) {
      const date = onDay(day);
      if ([0, 6].includes(date.getUTCDay())) continue;
      const text = date.toISOString().slice(0, 10);
      expect([text, activities.some(({ at }) => at.toISOString().startsWith(text))]).toEqual([text, true]);
    }
    for (let week = 0; week < 8; week += 1) {
      const inWeek = (at: Date) => at > onDay(7 * week) && at <= onDay(7 * week + 7);
      const kinds = new Set(activities.filter(({ at }) => inWeek(at)).map(({ kind }) => kind));
      for (const kind of ["order", "delivery", "usage", "payment"]) expect(kinds).toContain(kind);
      expect(files.flatMap(({ tickets }) => tickets).some(({ openedAt }) => inWeek(openedAt))).toBe(true);
      expect(files.flatMap(({ feedback }) => feedback).some(({ at }) => inWeek(at))).toBe(true);
      expect(files.flatMap(({ touches }) => touches).some(({ at }) => inWeek(at))).toBe(true);
    }
  });

  it("bring usage every seven days, also where the history ends: a gap would look like a fall", () => {
    for (const hour of ["00:00", "07:00", "16:59", "23:59"]) {
      const startedAt = new Date(`2026-11-28T${hour}:00Z`);
      const asked = { seed: DEMO_SEED, customers: 120, startedAt, since: startedAt, contacts: [] };
      const later = demoSince({ ...asked, now: new Date(startedAt.getTime() + 30 * DAY_MS) }).files;
      const began = generateDemo({ seed: DEMO_SEED, asOf: startedAt, customers: 120 }).files;
      for (const [index, { profile, activities }] of began.entries()) {
        if (!profile.startedOn || later[index]?.profile.endedOn) continue;
        const rows = [...activities, ...(later[index]?.activities ?? [])].filter(
          ({ kind }) => kind === "usage",
        );
        const lately = rows
          .map(({ at }) => at.getTime())
          .filter((at) => at > startedAt.getTime() - 15 * DAY_MS);
        const gaps = lately.slice(1).map((at, before) => (at - (lately[before] ?? 0)) / DAY_MS);
        expect(gaps.length).toBeGreaterThanOrEqual(3);
        // A row that a weekend holds up comes on Monday.
        const isRegular =
          Math.max(...gaps) < 11 && Math.min(...gaps) > 3 && gaps.filter((gap) => gap > 7.5).length <= 1;
        expect([hour, profile.name, isRegular, gaps]).toEqual([hour, profile.name, true, gaps]);
      }
    }
  });

  it("use no key twice, nor one that the demo began with", () => {
    const began = generateDemo({ seed: DEMO_SEED, asOf: STARTED_AT, customers: 200 }).files;
    const later = lived({ to: 120, customers: 200, contacts: [contact(40, 3), contact(41, 30)] }).files;
    for (const key of ["activities", "feedback", "touches"] as const) {
      const ids = [...began, ...later].flatMap((file) => file[key].map(({ externalId }) => externalId));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("bring new customers, with names, keys and domains of their own", () => {
    const profiles = lived({ to: 60, customers: 400 }).files.map(({ profile }) => profile);
    expect(profiles.length).toBeGreaterThan(410);
    expect(profiles.length).toBeLessThan(440);
    for (const of of ["name", "externalId", "domain"] as const)
      expect(new Set(profiles.map((profile) => profile[of])).size).toBe(profiles.length);
    for (const { startedOn } of profiles.slice(400))
      if (startedOn) expect(startedOn >= STARTED_AT.toISOString().slice(0, 10)).toBe(true);
  });

  it("renew contracts and end others, as many leave as in the history", () => {
    const files = lived({ to: 91, customers: 600 }).files;
    const today = onDay(91).toISOString().slice(0, 10);
    const running = files.filter(({ profile }) => profile.startedOn && !profile.endedOn);
    for (const { profile } of running) expect((profile.renewsOn ?? "") > today).toBe(true);
    const started = STARTED_AT.toISOString().slice(0, 10);
    const ended = files.filter(({ profile }) => profile.startedOn && (profile.endedOn ?? "") > started);
    const share = ended.length / (ended.length + running.length);
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.35);
    for (const { profile, activities } of ended)
      for (const { kind, at } of activities)
        if (kind === "usage") expect(at.getTime()).toBeLessThan(Date.parse(profile.endedOn ?? "") + DAY_MS);
  });

  it("book what the team spends as months, years and quarters begin, once", () => {
    const year = lived({ to: 400, customers: 20 });
    const steps = [0, 40, 41, 200, 400].flatMap((from, index, days) => {
      const to = days[index + 1];
      return to === undefined ? [] : [lived({ from, to, customers: 20 })];
    });
    expect(steps.flatMap(({ costs }) => costs)).toEqual(year.costs);
    const months = year.costs.filter(({ externalId }) => externalId.includes("newsletter"));
    expect(months.map(({ fromDay }) => fromDay)).toEqual(
      Array.from({ length: 13 }, (_, month) =>
        new Date(Date.UTC(2026, 11 + month, 1)).toISOString().slice(0, 10),
      ),
    );
    expect(year.costs.filter(({ externalId }) => externalId.includes("crm"))).toHaveLength(1);
    expect(new Set(year.budgets.map(({ fromDay }) => fromDay))).toEqual(
      new Set(["2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"]),
    );
    const began = generateDemo({ seed: DEMO_SEED, asOf: STARTED_AT, customers: 20 }).costs;
    const all = [...began, ...year.costs].map(({ externalId }) => externalId);
    expect(new Set(all).size).toBe(all.length);
  });

  it("are told for ten years, and then no more", () => {
    const later = lived({ from: 3_700, to: 3_900, customers: 30 }).files;
    expect(later.flatMap(timesOf)).toEqual([]);
  });
});

describe("what people do has consequences", () => {
  const customers = 400;
  const endedBy = (day: number, contacts: Parameters<typeof lived>[0]["contacts"] = []) => {
    const files = lived({ to: day, customers, contacts }).files;
    return files.filter(({ profile }) => profile.endedOn && profile.endedOn > "2026-11-26");
  };
  const called = Array.from({ length: customers }, (_, index) =>
    [3, 24, 45, 66, 87].map((day) => contact(index + 1, day)),
  );

  it("fewer leave of those who are called", () => {
    const left = endedBy(120).length;
    expect(left).toBeGreaterThan(20);
    expect(endedBy(120, called.flat()).length).toBeLessThan(0.75 * left);
  });

  it("nobody else's life is changed by it, and nothing that was before it", () => {
    const without = lived({ to: 60, customers }).files;
    const withCall = lived({ to: 60, customers, contacts: [contact(50, 10.4)] }).files;
    for (const [index, file] of without.entries()) {
      const other = withCall[index];
      if (index !== 49) expect(other).toEqual(file);
      else
        expect(timesOf(other!).filter((at) => at < onDay(10.4))).toEqual(
          timesOf(file).filter((at) => at < onDay(10.4)),
        );
    }
  });

  it("an open complaint is solved within days, and rated", () => {
    const day = 20;
    const open = lived({ to: day, customers }).files.filter(
      ({ profile, tickets }) => !profile.endedOn && tickets.some(({ solvedAt }) => solvedAt === null),
    );
    expect(open.length).toBeGreaterThan(3);
    const contacts = open.map(({ profile }) => ({ customer: profile.externalId, at: onDay(day) }));
    const later = lived({ to: day + 7, customers, contacts }).files;
    for (const { profile, tickets } of open) {
      const file = later.find((each) => each.profile.externalId === profile.externalId);
      for (const { externalId, solvedAt } of tickets) {
        if (solvedAt !== null) continue;
        const solved = file?.tickets.find((ticket) => ticket.externalId === externalId)?.solvedAt;
        expect(solved && solved.getTime() - onDay(day).getTime()).toBeGreaterThan(0);
      }
    }
  });

  it("many who buy by order order within days", () => {
    const ordersOf = (contacts: typeof called) =>
      lived({ from: 3, to: 10, customers, contacts: contacts.flat() }).files.flatMap(({ activities }) =>
        activities.filter(({ kind }) => kind === "order"),
      ).length;
    expect(ordersOf(called)).toBeGreaterThan(1.5 * ordersOf([]));
  });

  it("ten calls are heard no more than one", () => {
    const daily = Array.from({ length: 10 }, (_, day) => contact(60, 3 + day));
    const orders = (contacts: typeof daily) => lived({ to: 30, contacts }).files[59]?.activities.length;
    expect(orders(daily)).toBe(orders(daily.slice(0, 1)));
  });
});
