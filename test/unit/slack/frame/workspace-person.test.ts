import { describe, expect, it } from "vitest";
import { workspacePerson } from "../../../../src/slack/frame/workspace-person.ts";

const TEAM = "T1";
const user = (fields: object = {}) => ({ id: "U1", team_id: TEAM, name: "ana", ...fields });
const accountOf = (fields: object) => workspacePerson(user(fields), TEAM).account;

describe("whose account a Slack user's is", () => {
  it.each([
    ["member", {}],
    ["member", { is_admin: true }],
    ["guest", { is_restricted: true }],
    ["guest", { is_restricted: true, is_ultra_restricted: true }],
    ["outsider", { is_stranger: true }],
    ["outsider", { team_id: "T2" }],
    ["outsider", { team_id: "T2", is_restricted: true }],
    ["bot", { is_bot: true }],
    ["bot", { is_workflow_bot: true }],
    ["bot", { id: "USLACKBOT" }],
    ["deactivated", { deleted: true }],
    ["deactivated", { deleted: true, is_restricted: true }],
  ])("%s: %o", (expected, fields) => {
    expect(accountOf(fields)).toBe(expected);
  });

  it("is a member's where an enterprise lists our workspace among theirs, and an outsider's where it does not", () => {
    expect(accountOf({ team_id: "T2", enterprise_user: { teams: ["T2", TEAM] } })).toBe("member");
    expect(accountOf({ team_id: "T2", enterprise_user: { teams: ["T2"] } })).toBe("outsider");
  });
});

it("reads a name, an e-mail in small letters, a time zone and a language; what is missing has a default", () => {
  const profile = { display_name: "Ana K.", email: "Ana@Example.com" };
  const given = user({ profile, tz: "Europe/Berlin", locale: "de-DE", is_owner: true });
  expect(workspacePerson(given, TEAM)).toEqual({
    slackUserId: "U1",
    name: "Ana K.",
    email: "ana@example.com",
    timeZone: "Europe/Berlin",
    locale: "de-DE",
    administers: true,
    account: "member",
  });
  expect(workspacePerson({ id: "U2" }, TEAM)).toMatchObject({
    name: "U2",
    email: null,
    timeZone: "UTC",
    locale: null,
  });
  expect(() => workspacePerson(undefined, TEAM)).toThrow();
});

it.each([undefined, null, "", "Mars/Olympus_Mons", "Europe/Berlin "])(
  "takes UTC where the time zone is %j, which would break whatever reckons with it",
  (tz) => expect(workspacePerson(user({ tz }), TEAM).timeZone).toBe("UTC"),
);

it("reads somebody who left, of whom Slack tells little", () => {
  const left = user({ deleted: true, real_name: null, profile: null, locale: null });
  expect(workspacePerson(left, TEAM)).toMatchObject({
    name: "ana",
    email: null,
    locale: null,
    account: "deactivated",
  });
  const named = { ...left, profile: { real_name: "Ana Keller" } };
  expect(workspacePerson(named, TEAM).name).toBe("Ana Keller");
});
