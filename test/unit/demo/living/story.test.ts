import { describe, expect, it } from "vitest";
import { DEMO_SEED } from "../../../../src/demo/demo-data.ts";
import { demoSince } from "../../../../src/demo/living/live-demo.ts";
import type { CustomerFile } from "../../../../src/domain/customer-records.ts";
import { contact, fileOf, lived, onDay, recordsOf } from "./life.ts";

const [ACME, GLOBEX, INITECH, VANDELAY] = [1, 2, 3, 4];
const named = (name: string, to: number, contacts: Parameters<typeof lived>[0]["contacts"] = []) =>
  fileOf(lived({ to, customers: 20, contacts }).files, name);
const sessions = ({ activities }: CustomerFile, after: number) =>
  activities
    .filter(({ kind, at }) => kind === "usage" && at > onDay(after))
    .map(({ quantity }) => quantity ?? 0);
const openTickets = ({ tickets }: CustomerFile) => tickets.filter(({ solvedAt }) => solvedAt === null);
const scores = ({ feedback }: CustomerFile) => feedback.map(({ score }) => score);
const orderDays = ({ activities }: CustomerFile, from: number, to: number) =>
  activities.filter(({ kind, at }) => kind === "order" && at > onDay(from) && at <= onDay(to));

describe("Acme", () => {
  it("leaves on the day its contract renews where nobody calls", () => {
    expect(named("Acme", 41).profile.endedOn).toBeNull();
    const left = named("Acme", 60);
    expect(left.profile).toMatchObject({ renewsOn: "2027-01-07", endedOn: "2027-01-07" });
    expect(left.activities.every(({ at }) => at < new Date("2027-01-08T00:00:00Z"))).toBe(true);
    expect(scores(left)).toEqual([1]);
  });
  it("uses it less every week until then", () => {
    const weeks = sessions(named("Acme", 41), 0);
    expect(weeks.length).toBeGreaterThan(4);
    expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
    expect(Math.max(...weeks)).toBeLessThan(95);
  });
  it("is answered, comes back and renews where somebody calls in time", () => {
    const contacts = [contact(ACME, 10.3)];
    const saved = named("Acme", 60, contacts);
    expect(saved.profile).toMatchObject({ renewsOn: "2028-01-07", endedOn: null });
    expect(saved.tickets.map(({ solvedAt }) => solvedAt !== null)).toEqual([true]);
    expect(Math.min(...scores(saved))).toBeGreaterThanOrEqual(4);
    expect(sessions(saved, 46).every((quantity) => quantity > 290)).toBe(true);
  });
  it("cannot be called back after it has left", () => {
    expect(named("Acme", 60, [contact(ACME, 50)]).profile.endedOn).toBe("2027-01-07");
  });
});

describe("Globex", () => {
  it("orders within a week of being asked how the delivery was", () => {
    const called = named("Globex", 20, [contact(GLOBEX, 1.2)]);
    expect(orderDays(called, 1.2, 8.2).some(({ document }) => document?.includes("INV-A"))).toBe(true);
    expect(openTickets(called)).toEqual([]);
  });
  it("complains on the twelfth day where nobody asks; the complaint is open until somebody calls", () => {
    expect(openTickets(named("Globex", 11))).toEqual([]);
    expect(openTickets(named("Globex", 30))).toMatchObject([{ subject: "Wrong size delivered" }]);
    expect(openTickets(named("Globex", 30, [contact(GLOBEX, 20)]))).toEqual([]);
  });
});

describe("Initech", () => {
  it("is pleased to be asked whether all is right", () => {
    const called = named("Initech", 20, [contact(INITECH, 1.2)]);
    expect(called.feedback).toMatchObject([{ score: 5, comment: "All right now. Kind of you to ask." }]);
    expect(openTickets(called)).toEqual([]);
  });
  it("complains again on the eighth day where nobody asks", () => {
    expect(openTickets(named("Initech", 7.9))).toEqual([]);
    expect(openTickets(named("Initech", 20))).toMatchObject([{ subject: "Report shows old figures again" }]);
    expect(scores(named("Initech", 20))).toEqual([2]);
  });
});

describe("Vandelay", () => {
  it("orders within a week of congratulations on the birthday", () => {
    const extra = (contacts: Parameters<typeof lived>[0]["contacts"]) =>
      orderDays(named("Vandelay Industries", 9, contacts), 0, 9).filter(({ document }) =>
        document?.includes("INV-A"),
      );
    expect(extra([contact(VANDELAY, 1.2)]).length).toBeGreaterThan(0);
    expect(extra([])).toEqual([]);
  });
});

it("nobody of the invented team calls those whose story is the reader's", () => {
  for (const name of ["Acme", "Globex", "Initech", "Vandelay Industries"])
    expect(named(name, 120).touches).toEqual([]);
});

describe("at whatever hour the demo began, whoever calls", () => {
  const MINUTE_MS = 60_000;
  const starts = ["00:10", "12:00", "23:50"].map((hour) => new Date(`2026-11-26T${hour}:00Z`));
  const turns = [
    { name: "Globex", number: GLOBEX },
    { name: "Initech", number: INITECH },
  ];
  const cases = starts.flatMap((startedAt) => turns.map((turn) => ({ startedAt, ...turn })));
  const within = (startedAt: Date, since: Date, now: Date, called: readonly Date[], number: number) =>
    demoSince({
      ...{ seed: DEMO_SEED, customers: 20, startedAt, since, now },
      contacts: called.map((at) => ({ ...contact(number, 0), at })),
    });
  const turning = (startedAt: Date, name: string, number: number) => {
    const later = new Date(startedAt.getTime() + 30 * 86_400_000);
    const [open] = openTickets(fileOf(within(startedAt, startedAt, later, [], number).files, name));
    return { later, complainsAt: open!.openedAt.getTime() };
  };

  it.each(cases)("just after $name complained is heard ($startedAt)", ({ startedAt, name, number }) => {
    const { later, complainsAt } = turning(startedAt, name, number);
    const called = new Date(complainsAt + MINUTE_MS);
    const steps = [
      within(startedAt, startedAt, called, [], number),
      within(startedAt, called, later, [called], number),
    ];
    expect(openTickets(fileOf(steps[0]!.files, name)).length).toBe(1);
    expect(openTickets(fileOf(steps[1]!.files, name))).toEqual([]);
    expect(recordsOf(steps)).toEqual(recordsOf([within(startedAt, startedAt, later, [called], number)]));
  });

  it.each(cases)("just before $name complains spares it ($startedAt)", ({ startedAt, name, number }) => {
    const { later, complainsAt } = turning(startedAt, name, number);
    const called = new Date(complainsAt - MINUTE_MS);
    const { tickets } = fileOf(within(startedAt, startedAt, later, [called], number).files, name);
    expect(tickets.filter(({ openedAt }) => openedAt.getTime() >= complainsAt)).toEqual([]);
  });
});
