import { describe, expect, it } from "vitest";
import type { NudgeItem, NudgeMessage } from "../../../../../src/domain/messages/messages.ts";
import type { NudgeAnswer } from "../../../../../src/domain/outreach/nudge-answer.ts";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import { blockProblems, isTooLongForOneMessage } from "../../../../../src/sandbox/block-kit/validate.ts";
import { decodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import { nudgeBlocks, nudgeMessage, nudgeText } from "../../../../../src/slack/blocks/messages/nudge.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";

const item = (given: Partial<NudgeItem> = {}): NudgeItem => ({
  suggestionKey: `nudge:${given.customerId ?? 7}:2026-11-23`,
  customerId: 7,
  name: "Acme 有限公司",
  probability: 0.624,
  bounds: { low: 0.54, high: 0.7 },
  lever: { steps: ["contact"], probability: 0.48 },
  reason: asWritten("Orders every 21 days on average, silent for 48 days – raises the risk"),
  action: phrase("break-silence.action"),
  ...given,
});
const nudge = (given: Partial<NudgeMessage> = {}): NudgeMessage => ({
  kind: "nudge",
  memberId: "U1",
  day: "2026-11-23",
  createdAt: "2026-11-23T08:00:00.000Z",
  basis: { scoredAt: "2026-11-23T03:00:00.000Z", horizonDays: 90, serves: "network" },
  items: [item()],
  overBudget: 0,
  ...given,
});
const LARGE = { minor: 1_000_000_000_000, currency: "CAD" };
const json = (message: NudgeMessage) => JSON.stringify(nudgeBlocks(message, "en"));

describe("nudge message", () => {
  it("names the customer, the risk, a reason and an action", () => {
    const text = json(nudge());
    for (const part of [
      "Acme 有限公司",
      "62 % (54–70) risk of leaving",
      "One contact this week: 62 % → 48 %",
      "silent for 48 days",
      "Get in touch and ask what they need",
    ]) {
      expect(text).toContain(part);
    }
    expect(nudgeText(nudge(), "en")).toBe(
      "1 customer to contact today: Acme 有限公司 – Orders every 21 days on average, silent for 48 days – raises the risk → Get in touch and ask what they need",
    );
  });

  it("tells all there is about a customer in one item, the rest in a line", () => {
    const also = [phrase("monthly-contact.never"), asWritten("<Late> & loud")];
    const text = json(nudge({ items: [item({ also })] }));
    expect(text).toContain("And 2 more: No contact is on record; &lt;Late&gt; &amp; loud\\n");
    expect(json(nudge())).not.toContain("more:");
    const long = json(nudge({ items: [item({ also: Array(9).fill(asWritten("x".repeat(90))) })] }));
    expect(/And 9 more: (x|;| )*…/.exec(long)?.[0].length).toBeLessThan(170);
  });

  it("says what a contact is expected to keep and what it takes, no finer than that is known", () => {
    const euros = (amount: number) => ({ minor: 100 * amount, currency: "EUR" });
    const line = (effect: NudgeItem["effect"]) => {
      const text = json(nudge({ items: [item({ ...(effect && { effect }) })] }));
      return /(?:Expected|They wait|Takes)[^|]*?\.(?=\\n)/.exec(text)?.[0] ?? null;
    };
    const expected = { kept: euros(1243), cost: euros(14.9) };
    expect(line({ minutes: 20, expected })).toBe(
      "Expected to keep about €1,200 of margin. Takes 20 minutes: about €15.",
    );
    expect(line({ minutes: 1, gift: euros(5), expected })).toContain("Takes 1 minute and a gift of €5.00: ");
    expect(line({ minutes: 20 })).toBe("Takes 20 minutes.");
    expect(line(undefined)).toBeNull();
    const lost = { kept: euros(-3), cost: euros(5) };
    expect(line({ minutes: 5, expected: lost })).toBe(
      "They wait for an answer, whatever it keeps. Takes 5 minutes: about €5.",
    );
    const free = { kept: euros(0), cost: euros(0) };
    expect(line({ minutes: 5, expected: free })).toContain("Expected to keep about €0");
  });

  it("has no risk where none is known, and says in what order the list is", () => {
    const unrated = json(nudge({ items: [item({ probability: null, bounds: null, lever: null })] }));
    expect(unrated).toContain("no risk figure");
    expect(unrated).not.toContain("risk of leaving");
    const expectedValue = { minor: 8000, currency: "EUR" };
    const stake = { minor: 90_000, currency: "EUR" };
    const valued = [item({ stake, expectedValue }), item({ customerId: 8, expectedValue: null })];
    expect(json(nudge({ items: valued }))).toContain(
      "First comes where a contact is expected to keep most of it, less what the contact costs; those of whom that is not known come last.",
    );
  });

  it("says what came to press more, keeps what it said first, and can still be answered", () => {
    const pressing: NudgeAnswer = {
      ...{ suggestionKey: item().suggestionKey, status: "open", whyNot: null, closedBecause: null, by: null },
      ...{ byName: null, at: new Date("2026-11-24T08:00:00Z") },
      morePressing: {
        playbook: "solve-ticket",
        reason: asWritten("A ticket is open, <Broken>"),
        action: asWritten("Solve it"),
        at: "2026-11-24T08:00:00.000Z",
      },
    };
    const { text, blocks } = nudgeMessage(nudge(), "en", [pressing]);
    const drawn = JSON.stringify(blocks);
    expect(drawn).toContain("something more pressing came up");
    expect(drawn).toContain("Why: A ticket is open, &lt;Broken&gt;");
    expect(drawn).toMatch(/And 1 more: Orders every 21 days/);
    expect(drawn).toContain("Next: Solve it");
    expect(drawn).not.toContain("One contact this week");
    expect(blocks.filter(({ type }) => type === "actions")).toHaveLength(1);
    expect(text).toContain("1 customer to contact today: Acme 有限公司 – A ticket is open");
    const answered = nudgeMessage(nudge(), "en", [{ ...pressing, status: "reached_out", by: "U1" }]);
    expect(answered.blocks.filter(({ type }) => type === "actions")).toHaveLength(0);
    expect(answered.text).toContain("Nothing left to do");
  });

  it("says that a risk is as of then where data have stopped", () => {
    const note = "No new data since 27 Nov 2026: the risk is as of then.";
    expect(json(nudge({ items: [item({ stoppedSince: "2026-11-27" })] }))).toContain(note);
    expect(json(nudge())).not.toContain("No new data");
  });

  it("says what is at stake where that is known, and how the list is ordered", () => {
    const stake = { minor: 423_456, currency: "EUR" };
    const text = json(nudge({ items: [item({ stake }), item({ customerId: 8, stake: null })] }));
    expect(text).toContain("risk of leaving · about €4,200 at stake");
    expect(text.match(/ at stake/g)).toHaveLength(1);
    expect(text).toContain(
      "At stake is the margin expected to be lost: risk × the margin of a year. First comes what cannot wait, then the greatest loss; those without",
    );
    expect(json(nudge({ items: [item({ stake })] }))).not.toContain("those without");
    expect(json(nudge())).not.toMatch(/at stake/i);
    expect(json(nudge({ items: [item({ stake: { minor: -100, currency: "EUR" } })] }))).not.toContain(
      "about",
    );
  });

  it("shows a message that was kept before widths were", () => {
    const { bounds: _bounds, lever: _lever, ...before } = item();
    const text = json(nudge({ items: [before] }));
    expect(text).toContain("62 % risk of leaving");
    expect(text).not.toContain("association");
  });

  it("says whom to reach and how, as far as the file knows", () => {
    const contact = { name: "Jane <Doe>", role: "Buyer", phone: "+49 30 2312599", email: null };
    expect(json(nudge({ items: [item({ contact })] }))).toContain(
      "With Jane &lt;Doe&gt; (Buyer), +49 30 2312599",
    );
    expect(json(nudge({ items: [item({ contact: null })] }))).not.toContain("With ");
  });

  it("says why it comes in spite of a snooze", () => {
    const inSpiteOfSnooze = phrase("break-through.risk", { before: 52, after: 66 });
    expect(json(nudge({ items: [item({ inSpiteOfSnooze })] }))).toContain(
      "_Snoozed, but the risk has risen from 52 % to 66 % since._",
    );
  });

  it("gives each customer one row of six buttons that lead back to the suggestion, and say whom they are about", () => {
    const message = nudge({ items: [item(), item({ customerId: 8 })] });
    const actions = nudgeBlocks(message, "en").filter((block) => block.type === "actions");
    expect(actions.map(({ block_id }) => block_id)).toEqual(["nudge:7:2026-11-23", "nudge:8:2026-11-23"]);
    const buttons = actions[1]?.elements.filter((element) => element.type === "button") ?? [];
    expect(buttons.map(({ action_id }) => action_id)).toEqual([
      ACTION.nudgeReachedOut,
      ACTION.nudgeCard,
      ACTION.why,
      ACTION.nudgeSnooze,
      ACTION.nudgeNotUseful,
      ACTION.nudgeHandOver,
    ]);
    expect(buttons.every((button) => button.accessibility_label?.endsWith(": Acme 有限公司"))).toBe(true);
    expect(decodeButton(buttons[0]?.value)).toEqual({
      customerId: 8,
      suggestionKey: "nudge:8:2026-11-23",
      shownAt: new Date(message.createdAt),
    });
  });

  it("says when the baseline serves, and how many more there are", () => {
    expect(json(nudge())).not.toContain("baseline");
    const basis = { scoredAt: "2026-11-23T03:00:00.000Z", horizonDays: 90, serves: "baseline" as const };
    const text = json(nudge({ basis, overBudget: 3 }));
    expect(text).toContain("simple baseline");
    expect(text).toContain("3 more customers are left for another day, so that your list stays doable.");
    // A message kept before says of all that they are at high risk.
    expect(text).toContain("`/customer at-risk` lists the 3 at high risk.");
    expect(json(nudge({ basis, overBudget: 3, overBudgetAtRisk: 1 }))).toContain(
      "lists the one at high risk.",
    );
    expect(json(nudge({ basis, overBudget: 3, overBudgetAtRisk: 0 }))).not.toContain("at-risk");
  });

  it("lets no customer text become a mention, a link or markup", () => {
    const hostile = "<!channel> <@U1> *bold* <https://evil.example|click> & :tada:";
    const blocks = nudgeBlocks(nudge({ items: [item({ name: hostile, reason: asWritten(hostile) })] }), "en");
    // A label for screen readers is plain text: nothing forms in it.
    const text = JSON.stringify(blocks, (name, value) => (name === "accessibility_label" ? null : value));
    expect(text).not.toMatch(/<[!@h](?!date)/);
    expect(nudgeText(nudge({ items: [item({ name: hostile })] }), "en")).not.toContain("<!channel>");
  });

  it("tells what to do and why in the reader's language", () => {
    const reason = phrase("thank.reason", { days: 2 });
    const text = JSON.stringify(nudgeBlocks(nudge({ items: [item({ reason })] }), PSEUDO_LOCALE));
    expect(text).toMatch(/Whý: ~*Théý bóúğht .*2 dáýš áğó/);
    expect(text).toMatch(/Ñéxt: ~*Ğét íñ tóúçh áñd ášk whát théý ñééd/);
  });

  it("stays within Slack's limits at its longest", () => {
    const long = "漢<&".repeat(1000);
    const items = Array.from({ length: 40 }, (_, customerId) =>
      item({
        ...{ customerId, name: long, reason: asWritten(long), also: [asWritten(long)] },
        action: asWritten(long),
        effect: { minutes: 480, gift: LARGE, expected: { kept: LARGE, cost: LARGE } },
      }),
    );
    const blocks = nudgeBlocks(nudge({ items, overBudget: 90_000, basis: null }), PSEUDO_LOCALE);
    expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
    expect(isTooLongForOneMessage(blocks)).toBe(false);
  });
});

describe("a nudge that was answered", () => {
  const two = nudge({ items: [item(), item({ customerId: 8, name: "Beta" })] });
  const AT = new Date("2026-11-24T09:00:00Z");
  const answer = (customerId: number, given: Partial<NudgeAnswer> = {}): NudgeAnswer => ({
    suggestionKey: `nudge:${customerId}:2026-11-23`,
    status: "reached_out",
    whyNot: null,
    closedBecause: null,
    by: "U1",
    byName: "Ana",
    at: AT,
    ...given,
  });
  const shown = (...answers: NudgeAnswer[]) => JSON.stringify(nudgeMessage(two, "en", answers));
  const WHEN = "<!date^1795510800^";

  it("has who did what and when in the place of that customer's buttons alone", () => {
    const text = shown(answer(7));
    expect(text).toContain(`You reached out (${WHEN}`);
    expect(text.match(/"type":"actions"/g)).toHaveLength(1);
    expect(text).toContain("1 customer left to contact, reminder of 23 Nov 2026");
    expect(text).toContain("Acme 有限公司 – You reached out");
  });

  it("keeps both answers where two were given", () => {
    const text = shown(answer(7), answer(8, { status: "snoozed", by: "U2", byName: "Bo <x>" }));
    expect(text).toContain("You reached out");
    expect(text).toContain(`Bo &lt;x&gt; snoozed this customer (${WHEN}`);
    expect(text).not.toContain('"type":"actions"');
    expect(text).toContain("Nothing left to do, reminder of 23 Nov 2026");
  });

  it.each<[Partial<NudgeAnswer>, string]>([
    [{ status: "touched", by: "U3", byName: null }, "Someone logged a touch"],
    [{ status: "not_useful" }, "You marked this as not useful ("],
    [{ status: "not_useful", whyNot: "wrong-time" }, "You marked this as not useful: wrong time ("],
  ])("says of %o: %s", (given, sentence) => {
    expect(shown(answer(7, given))).toContain(sentence);
  });

  it("says when and by what it was closed, and leaves out what may no longer be so", () => {
    const closed = { status: "closed", by: null, byName: null } as const;
    const aged = shown(answer(7, { ...closed, closedBecause: "age" }));
    expect(aged).toContain(`Closed ${WHEN}`);
    expect(aged).toContain("nobody answered within 7 days");
    expect(aged.match(/risk of leaving/g)).toHaveLength(1);
    const newer = shown(
      answer(7, { ...closed, closedBecause: "newer" }),
      answer(8, { ...closed, closedBecause: "newer" }),
    );
    expect(newer).toContain("a newer reminder speaks of this customer");
    expect(newer).not.toContain("risk");
  });

  it("stays within what an update may hold, in a language whose words are longer", () => {
    const long = "漢<&".repeat(1000);
    const items = Array.from({ length: 40 }, (_, customerId) =>
      item({ customerId, name: long, reason: asWritten(long), also: [asWritten(long)] }),
    );
    const answers = items.map(({ customerId }) => answer(customerId, { byName: long, by: "U9" }));
    for (const given of [[], answers]) {
      const { text, blocks } = nudgeMessage(nudge({ items }), PSEUDO_LOCALE, given);
      expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
      expect(text.length).toBeLessThan(4000);
    }
  });
});
