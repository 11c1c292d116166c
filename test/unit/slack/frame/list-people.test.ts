import { WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { expect, it } from "vitest";
import { IncompleteListError, listPeople } from "../../../../src/slack/frame/list-people.ts";

type Answer = { members?: unknown[]; next?: string } | Error;

/** Slack's user list, answering one after the other; and what was asked and waited for. */
function slackList(answers: Answer[]) {
  const asked: object[] = [];
  const waits: number[] = [];
  const list = async (given: object) => {
    asked.push(given);
    const answer = answers.shift();
    if (answer === undefined) throw new Error("asked once too often");
    if (answer instanceof Error) throw answer;
    const { next, ...page } = answer;
    return { ok: true, ...page, response_metadata: next === undefined ? {} : { next_cursor: next } };
  };
  const read = async () => {
    const people: unknown[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    for await (const page of listPeople({ users: { list } } as unknown as WebClient, wait))
      people.push(...page);
    return people;
  };
  return { read, asked, waits };
}

const rateLimited = (seconds: number) => new WebAPIRateLimitedError(seconds);
const one = { members: [{ id: "U1" }], next: "two" };
const two = { members: [{ id: "U2" }], next: "" };

it("reads page after page to the end, with everybody's locale", async () => {
  const slack = slackList([one, two]);
  expect(await slack.read()).toEqual([{ id: "U1" }, { id: "U2" }]);
  expect(slack.asked).toEqual([
    { limit: 200, include_locale: true },
    { limit: 200, include_locale: true, cursor: "two" },
  ]);
});

it("waits as long as Slack asks, and goes on where it was", async () => {
  const slack = slackList([one, rateLimited(30), rateLimited(2), two]);
  expect(await slack.read()).toHaveLength(2);
  expect(slack.waits).toEqual([30_000, 2_000]);
  expect(slack.asked.slice(1)).toEqual(Array(3).fill(slack.asked[1]));
});

it.each<[string, Answer[], RegExp]>([
  ["Slack asks to wait too long", [one, rateLimited(121)], /after 1 people: .*121/],
  ["waiting does not help", [one, ...Array.from({ length: 6 }, () => rateLimited(1))], /after 1 people/],
  ["Slack does not answer", [one, new Error("timeout of 5000ms exceeded")], /after 1 people: timeout/],
  ["a page names nobody", [one, {}], /after 1 people: a page without members/],
  ["a page leads to itself", [one, { members: [], next: "two" }], /after 1 people: the same page again/],
])("says that the list is incomplete where %s", async (_what, answers, sentence) => {
  const reading = slackList(answers).read();
  await expect(reading).rejects.toThrow(IncompleteListError);
  await expect(reading).rejects.toThrow(sentence);
});
