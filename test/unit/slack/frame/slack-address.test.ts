import { expect, it } from "vitest";
import { isSlackAddress } from "../../../../src/slack/frame/interactive-slack.ts";

const SLACK = "https://slack.com/api/";
const STAND_IN = "http://127.0.0.1:4000/api/";

it.each([
  ["Slack's own", "https://hooks.slack.com/commands/T1/2/abc", SLACK, true],
  ["Slack's for governments", "https://hooks.slack-gov.com/actions/T1", SLACK, true],
  ["a stand-in's, at any port", "http://127.0.0.1:5000/response/1", STAND_IN, true],
  ["somebody else's", "https://hooks.slack.com.example.com/x", SLACK, false],
  ["a name in front of another host", "https://hooks.slack.com@example.com/x", SLACK, false],
  ["an inner address", "http://169.254.169.254/latest", SLACK, false],
  ["Slack's without encryption", "http://hooks.slack.com/commands/T1", SLACK, false],
  ["no address", "hooks.slack.com", SLACK, false],
])("answers at %s: %s", (_what, address, api, is) => {
  expect(isSlackAddress(address, api)).toBe(is);
});
