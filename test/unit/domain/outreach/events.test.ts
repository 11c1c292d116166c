import { describe, expect, it } from "vitest";
import { problemPhrase } from "../../../../src/domain/outreach/event-phrases.ts";
import { invitationsBegin, readEvent, type TypedEvent } from "../../../../src/domain/outreach/events.ts";
import { textOf } from "../../../../src/words/text.ts";

const TYPED: TypedEvent = { name: " 开放日 ", day: "2026-12-20", place: "", for: "all", which: "" };
const read = (given: Partial<TypedEvent> = {}) => readEvent({ ...TYPED, ...given }, "2026-12-09");

describe("an event as somebody types it", () => {
  it("is read without the blanks about it", () => {
    expect(read()).toEqual({
      event: { name: "开放日", day: "2026-12-20", place: null, audience: { for: "all" } },
    });
    expect(read({ place: " https://a.example ", for: "segment", which: " Retail " })).toMatchObject({
      event: { place: "https://a.example", audience: { for: "segment", which: "Retail" } },
    });
  });

  it.each([
    [{ name: " " }, { name: "events.bad-name" }],
    [{ name: "x".repeat(121) }, { name: "events.bad-name" }],
    [{ day: "2027-02-29" }, { day: "events.bad-day" }],
    [{ day: "" }, { day: "events.bad-day" }],
    [{ day: "2026-12-08" }, { day: "events.past-day" }],
    [{ place: "x".repeat(301) }, { place: "events.bad-place" }],
    [{ for: "country" }, { which: "events.no-which" }],
    [{ which: "Retail" }, { which: "events.needless-which" }],
    [{ for: "segment", which: "x".repeat(101) }, { which: "events.bad-which" }],
  ] as ReadonlyArray<[Partial<TypedEvent>, object]>)("%j is wrong, and says how", (given, errors) => {
    expect(read(given)).toEqual({ errors });
    for (const code of Object.values<string>({ ...errors }))
      expect(textOf(problemPhrase(code), "en")).toMatch(/\.$/);
  });

  it("may be today, and on a leap day", () => {
    expect(read({ day: "2026-12-09" })).toHaveProperty("event");
    expect(read({ day: "2028-02-29" })).toHaveProperty("event");
  });
});

it("invitations begin two weeks ahead, or once the event is known", () => {
  const begin = (setAt: string) => invitationsBegin({ day: "2026-12-20", setAt: new Date(setAt) });
  expect(begin("2026-11-01T09:00:00Z")).toEqual(new Date("2026-12-06T00:00:00Z"));
  expect(begin("2026-12-10T09:00:00Z")).toEqual(new Date("2026-12-10T09:00:00Z"));
});
