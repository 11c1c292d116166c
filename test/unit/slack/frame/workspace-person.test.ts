import { expect, it } from "vitest";
import { workspacePerson } from "../../../../src/slack/frame/workspace-person.ts";

const TEAM = "T1";
const user = {
  id: "U1",
  team_id: TEAM,
  name: "ana",
  profile: { email: "Ana@Example.com" },
  tz: "Europe/Berlin",
};

it("reads who somebody is", () => {
  const profile = { ...user.profile, display_name: "Ana K." };
  expect(workspacePerson({ ...user, profile, locale: "zh-TW", is_admin: true }, TEAM)).toEqual({
    slackUserId: "U1",
    name: "Ana K.",
    email: "ana@example.com",
    timeZone: "Europe/Berlin",
    locale: "zh-TW",
    administers: true,
    account: "member",
  });
});

it.each([undefined, null, "", "Mars/Olympus_Mons", "Europe/Berlin "])(
  "takes UTC where the time zone is %j, which would break whatever reckons with it",
  (tz) => expect(workspacePerson({ ...user, tz }, TEAM).timeZone).toBe("UTC"),
);

it("reads somebody who left, of whom Slack tells little", () => {
  const left = {
    id: "U1",
    team_id: TEAM,
    name: "ana",
    deleted: true,
    real_name: null,
    profile: null,
    locale: null,
  };
  expect(workspacePerson(left, TEAM)).toMatchObject({
    name: "ana",
    email: null,
    locale: null,
    account: "deactivated",
  });
});
