import { expect, it } from "vitest";
import {
  HOME_AT_FIRST,
  HOME_LISTS,
  narrowedTo,
  pageOn,
  turnedTo,
} from "../../../../src/domain/outreach/home-state.ts";
import { freshnessOf } from "../../../../src/domain/outreach/my-day.ts";
import { pageOfFirst, pageWithin } from "../../../../src/domain/outreach/page-of-first.ts";
import {
  decodeHomePage,
  decodeHomeState,
  encodeHomePage,
  encodeHomeState,
} from "../../../../src/slack/blocks/outreach/home-pages.ts";

it("turns one list and leaves the others; another band begins at its first page", () => {
  const turned = turnedTo(turnedTo(HOME_AT_FIRST, "accounts", 3), "nudges", 1);
  expect(turned).toEqual({ band: "all", pages: { accounts: 3, nudges: 1 } });
  expect(narrowedTo(turned, "high")).toEqual({ band: "high", pages: { accounts: 0, nudges: 1 } });
  expect([pageOn(turned, "accounts"), pageOn(turned, "snoozes")]).toEqual([3, 0]);
});

it("is the same again after Slack has kept it, within what Slack keeps", () => {
  const pages = Object.fromEntries(HOME_LISTS.map((list) => [list, 100_000]));
  const turned = { band: "no-figure", pages } as const;
  expect(decodeHomeState(encodeHomeState(turned))).toEqual(turned);
  expect(encodeHomeState(turned).length).toBeLessThan(1000);
  expect(decodeHomePage(encodeHomePage({ list: "at-risk", page: 7 }))).toEqual({ list: "at-risk", page: 7 });
});

it("opens as at first for what none of ours carries, and drops what it does not know", () => {
  for (const text of ["", "null", "[]", "7", "{", '{"pages":[]}', '{"band":"best"}'])
    expect(decodeHomeState(text)).toEqual(HOME_AT_FIRST);
  const strange = '{"band":"high","pages":{"accounts":-1,"nudges":1.5,"snoozes":2,"elsewhere":1}}';
  expect(decodeHomeState(strange)).toEqual({ band: "high", pages: { snoozes: 2 } });
  for (const value of [undefined, "", "{}", "[]", '["elsewhere",1]', '["nudges",-1]', '["nudges","1"]'])
    expect(decodeHomePage(value)).toBeNull();
});

it("gives the page that is wanted of the first rows, or the last one there is", () => {
  const items = [1, 2, 3, 4, 5, 6, 7];
  expect(pageOfFirst({ items, inAll: 7 }, 1, 3)).toEqual({ items: [4, 5, 6], page: 1, pages: 3, inAll: 7 });
  expect(pageOfFirst({ items, inAll: 7 }, 9, 3)).toEqual({ items: [7], page: 2, pages: 3, inAll: 7 });
  expect(pageOfFirst({ items: [], inAll: 0 }, 4, 3)).toEqual({ items: [], page: 0, pages: 1, inAll: 0 });
  expect(pageWithin(6, 1, 3)).toEqual({ page: 1, pages: 2, inAll: 6 });
});

it("calls a scoring old after two nights without one", () => {
  const now = new Date("2026-12-09T14:00:00Z");
  const at = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  expect(freshnessOf(null, now)).toEqual({ kind: "never" });
  expect(freshnessOf(at(48), now)).toEqual({ kind: "fresh", scoredAt: at(48) });
  expect(freshnessOf(at(48.1), now)).toMatchObject({ kind: "old" });
});
