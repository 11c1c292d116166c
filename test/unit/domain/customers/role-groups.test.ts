import { expect, it } from "vitest";
import { roleGroupsOf, toldRole } from "../../../../src/domain/customers/role-groups.ts";

const LEADS = { id: "S1", handle: "Sales-Leads", userIds: ["U1", "U2"] };
const OPS = { id: "S2", handle: "运营", userIds: ["U2", "U3"] };
const BOTH = { managers: "@sales-leads", operations: "S2" };
const roleOf = (slackUserId: string, settings = BOTH, administers = false) =>
  toldRole(roleGroupsOf(settings, [LEADS, OPS]), { slackUserId, administers });

it("gives the role of the group somebody is in, by handle or id; operations where they are in both", () => {
  expect(roleOf("U1")).toEqual({ role: "manager", roleGroup: "Sales-Leads", roleRule: "groups" });
  expect(roleOf("U2")).toMatchObject({ role: "operations", roleGroup: "运营" });
  expect(roleOf("U3")).toMatchObject({ role: "operations" });
  expect(roleOf("U4")).toEqual({ role: "rep", roleGroup: null, roleRule: "groups" });
});

it("leaves administrators managers only where no group of managers is set", () => {
  expect(roleOf("U4", BOTH, true).role).toBe("rep");
  const operationsOnly = roleGroupsOf({ managers: null, operations: "运营" }, [LEADS, OPS]);
  expect(toldRole(operationsOnly, { slackUserId: "U4", administers: true })).toMatchObject({
    role: "manager",
    roleGroup: null,
  });
  const none = roleGroupsOf({ managers: null, operations: null }, null);
  expect(toldRole(none, { slackUserId: "U1", administers: true })).toEqual({
    role: "manager",
    roleGroup: null,
    roleRule: "administers",
  });
});

it("decides nothing where Slack gave no groups, or one that is set is not there", () => {
  expect(roleGroupsOf(BOTH, null)).toEqual({ kind: "unread", missing: [] });
  expect(roleGroupsOf(BOTH, [OPS])).toEqual({ kind: "unread", missing: ["@sales-leads"] });
  const unread = toldRole(roleGroupsOf(BOTH, null), { slackUserId: "U1", administers: true });
  expect(unread).toEqual({ role: "rep", roleGroup: null, roleRule: "unread" });
});
