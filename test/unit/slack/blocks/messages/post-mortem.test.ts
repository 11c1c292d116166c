import { expect, it } from "vitest";
import { render } from "../../../../../src/delivery/render.ts";
import { postMortemMessages } from "../../../../../src/domain/messages/post-mortem-messages.ts";
import type { PostMortem } from "../../../../../src/domain/outreach/post-mortem.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const one = (given: Partial<PostMortem> = {}): PostMortem => ({
  ...{ customerId: 7, name: "Acme <有限公司>", leftOn: "2026-11-22", how: "ended", ownerId: "U1" },
  ...{
    probability: 0.12,
    scoredAt: "2026-11-21T03:00:00Z",
    modelVersionId: 3,
    weeks: [null, 0.1, null, 0.12],
  },
  ...{ raised: null, lowered: null, known: [phrase("ended.never-contacted")], moved: [] },
  ...given,
});
const several = (count: number, given: Partial<PostMortem> = {}) =>
  Array.from({ length: count }, (_, place) =>
    one({ customerId: place + 1, probability: (count - place) / 100, ...given }),
  );
const posted = (found: readonly PostMortem[], locale: Locale = "en") =>
  postMortemMessages("C1", found, { day: "2026-11-23", now: NOW }).messages.map(({ message }) => {
    const built = render(message, locale);
    assertSendable(built);
    return { ...built, json: JSON.stringify(built.blocks) };
  });

it("says who left and how safe they seemed, and asks the owner", () => {
  const [head, details] = posted([one()]);
  expect(head?.text).toContain(
    "Acme &lt;有限公司&gt; left on 22 Nov 2026. The last risk before that was 12 %",
  );
  expect(details?.json).toContain("<@U1>, what did we not know?");
  expect(details?.json).toContain("over 2 weeks: 10 % → 12 %");
  expect(details?.json).toContain("Its reasons are not known.");
  expect(details?.json).toContain("Nothing in the data did.");
});

it("says that nobody owned them, and how a buyer is counted as gone", () => {
  const [head, details] = posted([one({ ownerId: null, how: "lapsed", probability: 0.001 })]);
  expect(head?.text).toContain("has bought nothing for a year, and counts as gone since 22 Nov 2026");
  expect(head?.text).toContain("under 1 %");
  expect(details?.json).toContain("Nobody owned them.");
});

it("names what moved", () => {
  const moved = [phrase("post-mortem.moved.usage", { before: 4_000, now: 1_200, percent: 70 })];
  const [, details] = posted([one({ moved })]);
  expect(details?.json).toContain("Usage had fallen by 70 %, from 4,000 to 1,200 in four weeks");
  expect(details?.json).not.toContain("Nothing in the data did.");
});

it("has a thread for each of five, and one list of six, the most surprising first", () => {
  expect(posted(several(5))).toHaveLength(10);
  const [list, ...more] = posted(several(6));
  expect(more).toEqual([]);
  expect(list?.text).toContain("6 customers left although their risk was low");
  const keys = postMortemMessages("C1", several(5), { day: "2026-11-23", now: NOW });
  expect(keys.messages.map(({ threadOf }) => threadOf)[1]).toBe(keys.messages[0]?.key);
  expect(keys.headOf(one({ customerId: 5 }))).toBe("post-mortem:C1:5:2026-11-22");
  expect(keys.messages[0]?.key).toBe("post-mortem:C1:5:2026-11-22");
});

it("keeps to Slack's limits with the longest names, many of them, in any language", () => {
  const name = "&<>".repeat(200);
  const known = Array.from({ length: 8 }, () =>
    phrase("post-mortem.known.ticket", { reference: name, subject: name, days: 400 }),
  );
  for (const locale of ["en", PSEUDO_LOCALE] as const) {
    posted([one({ name, known, moved: known, raised: known[0] ?? null, lowered: known[1] ?? null })], locale);
    const [list] = posted(several(200, { name, moved: known }), locale);
    expect(list?.blocks.length).toBeLessThanOrEqual(50);
  }
  expect(posted(several(200))[0]?.json).toContain("and 180 more");
});
