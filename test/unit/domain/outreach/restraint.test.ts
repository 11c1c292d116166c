import { describe, expect, it } from "vitest";
import { barredBecause } from "../../../../src/domain/outreach/nudge-choice.ts";
import { applyingPlaybooks, evaluatePlaybooks } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const override = {
  ...{ says: "stay" as const, because: "new budget", by: "U1", byName: "Dana" },
  ...{ madeAt: new Date("2026-12-01T00:00:00Z"), until: new Date("2027-01-31T00:00:00Z") },
};
const openTicket = {
  ...{ reference: "T1", subject: "Late", severity: "high" as const },
  openedAt: new Date("2026-12-01T00:00:00Z"),
};
const unansweredTicket = { reference: "T1", subject: "Late", openedAt: new Date("2026-12-01T00:00:00Z") };
const failedPayments = [new Date("2026-12-08T00:00:00Z"), new Date("2026-12-01T00:00:00Z")];
const every = { because: "asked us", byName: "Dana", since: new Date("2026-12-01T00:00:00Z") };
const wantsPeace = { doNotDisturb: { every, playbooks: [] } };

const advised = (facts: Parameters<typeof cardFactsOf>[0], kind: "card" | "nudge") => {
  const { advice } = evaluatePlaybooks(cardFactsOf(facts), NOW, kind);
  return advice.kind === "act" ? advice.playbook : advice.kind;
};
const quiet = (facts: Parameters<typeof cardFactsOf>[0]) => {
  const options = applyingPlaybooks(cardFactsOf(facts), NOW, "nudge");
  return options.some(({ barredBy }) => barredBy === null) ? null : barredBecause(options);
};

describe("a customer who will stay, as somebody says", () => {
  it("gets no nudge about the risk, but an urgent one for a known reason", () => {
    expect(quiet({ override })).toBe("overridden");
    expect(quiet({ override, openTicket })).toBeNull();
    expect(advised({ override, openTicket }, "nudge")).toBe("solve-ticket");
    expect(quiet({ override, failedPayments })).toBeNull();
  });

  it("keeps the advice on the card, and all nudges where they will leave", () => {
    expect(advised({ override }, "card")).toBe(advised({}, "card"));
    expect(quiet({ override: { ...override, says: "leave" } })).toBeNull();
    expect(quiet({})).toBeNull();
  });
});

describe("a customer who is not to be disturbed", () => {
  it("hears of nothing but the answer to their own ticket", () => {
    expect(quiet(wantsPeace)).toBe("do-not-disturb");
    expect(quiet({ ...wantsPeace, failedPayments })).toBe("do-not-disturb");
    expect(advised({ ...wantsPeace, failedPayments }, "card")).toBe("nothing");
    expect(advised({ ...wantsPeace, failedPayments, unansweredTicket }, "nudge")).toBe("reply-to-ticket");
    expect(quiet({ ...wantsPeace, openTicket })).toBeNull();
  });

  it("by one playbook gets the others, and no check-in in its place", () => {
    const doNotDisturb = { every: null, playbooks: ["settle-payment"] };
    // Without it the month's contact would be due.
    const lastTouch = {
      ...{ channel: "phone" as const, outcome: "reached" as const, memberName: null },
      at: new Date("2026-11-20T00:00:00Z"),
    };
    expect(quiet({ doNotDisturb, failedPayments, lastTouch })).toBe("do-not-disturb");
    expect(advised({ doNotDisturb, failedPayments, openTicket }, "nudge")).toBe("solve-ticket");
    expect(advised({ doNotDisturb }, "nudge")).toBe(advised({}, "nudge"));
    const { cases } = evaluatePlaybooks(cardFactsOf({ doNotDisturb, failedPayments }), NOW, "nudge");
    expect(cases.find(({ playbook }) => playbook === "settle-payment")?.passedOver).toBe("do-not-disturb");
  });
});
