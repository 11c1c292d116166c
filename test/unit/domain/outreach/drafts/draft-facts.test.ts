import { describe, expect, it } from "vitest";
import {
  type DraftCase,
  type DraftNeeds,
  draftCase,
  draftFacts,
} from "../../../../../src/domain/outreach/drafts/draft-facts.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";

const NOW = new Date("2026-12-09T09:00:00Z");
const CUSTOMER = { id: 1, name: "Acme", renewsOn: "2026-12-09", country: null, language: null };
const known = (facts: object = {}, customer: object = {}) =>
  ({
    ...{
      customer: { ...CUSTOMER, ...customer },
      contact: { name: "Dana" },
      solvedTicket: null,
      playbookSettings: {},
    },
    ...facts,
  }) as unknown as DraftNeeds;
const by = { sender: "Ana", company: "Us", now: NOW };
const factsOf = (one: Partial<DraftCase>, facts?: object, customer?: object) =>
  draftFacts({ playbook: "thank", parameters: {}, isDue: true, ...one }, known(facts, customer), by);

describe("what a draft can say", () => {
  it("is the case's names, reference and days, and nothing that was worked out", () => {
    const parameters = { days: 3, reference: "T-1", points: 20, percent: 49, score: 2, subject: "x" };
    expect(factsOf({ parameters })).toEqual({
      ...{ contact: "Dana", customer: "Acme", sender: "Ana", company: "Us", renewal: "2026-12-09" },
      ...{ ticket: "T-1", days: 3, product: null, tier: null, event: null, holiday: null, years: null },
    });
  });

  it("names the feast that a greeting is for, as the playbook does, and none that nobody knows", () => {
    const greeted = (feast: string) => factsOf({ playbook: "holiday", parameters: { feast, days: 3 } });
    expect(greeted("nowruz")).toMatchObject({ holiday: "nowruz" });
    expect(greeted("a newer one")).toMatchObject({ holiday: null });
    const nextFeast = { feast: "christmas", day: "2026-12-25" };
    const at = new Date("2026-12-22T09:00:00Z");
    const found = draftCase(known({ nextFeast, lastTouch: null }) as never, at, "holiday", null);
    expect(factsOf(found)).toMatchObject({ holiday: "christmas" });
  });

  it("leaves out days that are none, a renewal gone by, and a number for a name", () => {
    expect(factsOf({ parameters: { days: 0 } })).toMatchObject({ days: null });
    expect(factsOf({ parameters: { days: -1 } })).toMatchObject({ days: null });
    expect(factsOf({ parameters: { silent: 40 } })).toMatchObject({ days: 40 });
    expect(factsOf({}, {}, { renewsOn: "2026-12-08" })).toMatchObject({ renewal: null });
    expect(factsOf({}, {}, { renewsOn: null, knownFromActivities: true })).toMatchObject({
      ...{ renewal: null, customer: null },
    });
    expect(factsOf({}, { contact: null })).toMatchObject({ contact: null });
  });

  it("greets whoever has the birthday, and names the ticket that was solved", () => {
    const named = { parameters: { name: "Lee" } };
    expect(factsOf({ ...named, playbook: "congratulate" })).toMatchObject({ contact: "Lee" });
    expect(factsOf(named)).toMatchObject({ contact: "Dana" });
    const solved = { solvedTicket: { reference: "T-9" } };
    expect(factsOf({ playbook: "confirm-fix" }, solved)).toMatchObject({ ticket: "T-9" });
    expect(factsOf({}, solved)).toMatchObject({ ticket: null });
  });
});

describe("the case of a draft", () => {
  const ticket = {
    reference: "T-1",
    subject: "Late",
    severity: "normal",
    openedAt: new Date("2026-12-06T09:00:00Z"),
  };
  const facts = (open: object | null) => known({ openTicket: open, lastTouch: null });
  const kept = {
    kind: "nudge" as const,
    action: phrase("solve-ticket.action", { reference: "T-1" }),
    reason: phrase("solve-ticket.reason", { subject: "Late", days: 1 }),
  };

  it("is as things are now, not as they were when it was suggested", () => {
    const found = draftCase(facts(ticket) as never, NOW, "solve-ticket", kept);
    expect(found).toMatchObject({ isDue: true, parameters: { reference: "T-1", days: 3 } });
  });

  it("keeps the names, without the days, where nothing calls for it any more", () => {
    const found = draftCase(facts(null) as never, NOW, "solve-ticket", kept);
    expect(found).toEqual({
      ...{ playbook: "solve-ticket", isDue: false },
      parameters: { reference: "T-1", subject: "Late" },
    });
  });

  it("of a newer version's playbook, or none, is not due, but checking in always is", () => {
    expect(draftCase(facts(null) as never, NOW, "something-new", null)).toMatchObject({ isDue: false });
    expect(draftCase(known({ score: null, lastTouch: null }) as never, NOW, "check-in", null)).toMatchObject({
      isDue: true,
    });
  });
});
