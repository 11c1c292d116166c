import { expect, it } from "vitest";
import { slackClock } from "../../../src/delivery/slack-clock.ts";

const answer = (ok: boolean, date: string | null) => ({
  ok,
  headers: new Headers(date === null ? {} : { date }),
});
const AT = "Mon, 23 Nov 2026 09:00:00 GMT";

it("is the time of Slack's last answer, carried on from there", () => {
  let elapsed = 1_000;
  const clock = slackClock(() => elapsed);
  expect(clock.now()).toBeNull();
  clock.hear(answer(true, AT));
  expect(clock.now()).toEqual(new Date(AT));
  elapsed += 90_500;
  expect(clock.now()).toEqual(new Date("2026-11-23T09:01:30.500Z"));
});

it("hears nothing from an answer that failed, or that tells no time", () => {
  const clock = slackClock(() => 0);
  clock.hear(answer(false, AT));
  clock.hear(answer(true, null));
  clock.hear(answer(true, "yesterday"));
  expect(clock.now()).toBeNull();
});
