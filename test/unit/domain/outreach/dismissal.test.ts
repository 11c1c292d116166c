import { describe, expect, it } from "vitest";
import { type Dismissal, isWrongCustomer, playbooksOf } from "../../../../src/domain/outreach/dismissal.ts";
import type { AllFacts } from "../../../../src/domain/outreach/facts.ts";
import { applyingPlaybooks } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T08:00:00Z");
const dismissed = (...playbooks: string[]): Dismissal[] =>
  playbooks.map((playbook) => ({ playbook, whyNot: "wrong-time" }));

/** Whether all that could be said was dismissed. */
const nothingElseToSay = (facts: AllFacts, dismissals: readonly Dismissal[], now: Date) =>
  applyingPlaybooks(facts, now, "nudge", playbooksOf(dismissals)).every(({ barredBy }) => barredBy !== null);

describe("what was not useful", () => {
  it("leaves nothing to say where nothing else applies, and the least there is to do is no other reason", () => {
    const facts = cardFactsOf({});
    // Nobody was ever in touch: the monthly contact is due, and after it only to check in.
    expect(nothingElseToSay(facts, [], NOW)).toBe(false);
    expect(nothingElseToSay(facts, dismissed("monthly-contact"), NOW)).toBe(true);
    expect(nothingElseToSay(facts, dismissed("break-silence"), NOW)).toBe(false);
  });

  it("leaves another reason standing, in spite of a snooze as well", () => {
    const renewing = cardFactsOf(
      {},
      { renewsOn: "2026-12-20", snoozedUntil: new Date("2026-12-30T00:00:00Z") },
    );
    expect(nothingElseToSay(renewing, dismissed("monthly-contact"), NOW)).toBe(false);
    expect(nothingElseToSay(renewing, dismissed("monthly-contact", "call-about-renewal"), NOW)).toBe(true);
  });

  it("is the customer itself where somebody said so", () => {
    expect(isWrongCustomer(dismissed("thank"))).toBe(false);
    expect(isWrongCustomer([{ playbook: "thank", whyNot: "wrong-customer" }])).toBe(true);
    expect(isWrongCustomer([{ playbook: "thank", whyNot: null }])).toBe(false);
  });
});
