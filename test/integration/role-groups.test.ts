import { beforeEach, expect, it } from "vitest";
import type { UserGroup } from "../../src/domain/customers/role-groups.ts";
import { admit } from "../../src/flows/customers/admit.ts";
import { followGroups } from "../../src/flows/customers/follow-groups.ts";
import { saveMember } from "../../src/flows/customers/save-member.ts";
import { syncMembers } from "../../src/flows/customers/sync-members.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const NOW = new Date("2026-11-28T09:00:00Z");
const person = (slackUserId: string, administers = false) => ({
  ...{ slackUserId, name: slackUserId, email: `${slackUserId}@example.com`, administers },
  ...{ timeZone: "UTC", locale: null, account: "member" as "member" | "deactivated" },
});
const PEOPLE = [person("U1"), person("U2", true), person("U3")];

describeOnEachDatabase("roles from user groups", (database) => {
  const { run } = mainstayIn(database);
  const members = () => createStore(database()).members;
  let leads: string[] = [];
  let ops: string[] = [];
  let isAnswering = true;
  const groups = (): UserGroup[] => [
    { id: "S1", handle: "leads", userIds: leads },
    { id: "S2", handle: "ops", userIds: ops },
  ];
  const depsWith = (settings: object) => ({
    members: members(),
    clock: () => NOW,
    ...settings,
    workspace: {
      userGroups: async () => (isAnswering ? groups() : null),
      person: async (id: string) => PEOPLE.find(({ slackUserId }) => slackUserId === id) ?? null,
      personIn: async () => ({ ...person("U1"), account: "deactivated" as const }),
      async *people() {
        yield PEOPLE;
      },
    },
  });
  const deps = () => depsWith({ roleGroups: { managers: "leads", operations: "@ops" } });
  const roles = async () =>
    Object.fromEntries((await members().all()).map(({ slackUserId, role }) => [slackUserId, role]));

  beforeEach(() => {
    leads = ["U1"];
    ops = ["U3"];
    isAnswering = true;
  });

  it("are given by the daily list, and taken again; an administrator outside is a rep", async () => {
    await syncMembers(depsWith({}));
    expect(await roles()).toEqual({ U1: "rep", U2: "manager", U3: "rep" });
    await syncMembers(deps());
    expect(await roles()).toEqual({ U1: "manager", U2: "rep", U3: "operations" });
    [leads, ops] = [["U3"], []];
    await syncMembers(deps());
    expect(await roles()).toEqual({ U1: "rep", U2: "rep", U3: "manager" });
    const { out } = await run("audit", "--by", "Slack");
    expect(out).toContain(
      "changed a member’s role with their user group (role rep, group leads, before manager",
    );
  });

  it("hold at the act, and at once when Slack says that somebody left", async () => {
    await syncMembers(deps());
    const checkedAt = (await members().find("U3"))?.checkedAt;
    leads = [];
    expect((await admit(deps(), "U1")).role).toBe("rep");
    ops = ["U1"];
    expect(await followGroups(deps())).toBe(2);
    expect(await roles()).toEqual({ U1: "operations", U2: "rep", U3: "rep" });
    expect((await members().find("U3"))?.checkedAt).toEqual(checkedAt);
    expect(await followGroups(deps())).toBe(0);
  });

  it("leave a role alone that was set by hand, and member list says which is which", async () => {
    await syncMembers(deps());
    await run("member", "set", "U1", "--role", "rep");
    await syncMembers(deps());
    await admit(deps(), "U1");
    await followGroups(deps());
    expect(await roles()).toMatchObject({ U1: "rep" });
    const { out } = await run("member", "list");
    expect(out).toMatch(/U1 .*rep +set by hand on/);
    expect(out).toMatch(/U3 .*operations +Slack, @ops/);
    await run("member", "set", "U1", "--role", "from-slack");
    expect((await admit(deps(), "U1")).role).toBe("manager");
  });

  it("stay as they are while Slack does not give the groups, which the job says after the rest of its work", async () => {
    await syncMembers(deps());
    isAnswering = false;
    await expect(syncMembers(deps())).rejects.toThrow("usergroups:read");
    await admit(deps(), "U1");
    expect(await followGroups(deps())).toBe(0);
    expect(await roles()).toEqual({ U1: "manager", U2: "rep", U3: "operations" });
    isAnswering = true;
    const renamed = depsWith({ roleGroups: { managers: "bosses", operations: null } });
    await expect(syncMembers(renamed)).rejects.toThrow("No user group of the workspace is called bosses");
    expect(await roles()).toEqual({ U1: "manager", U2: "rep", U3: "operations" });
  });

  it("go when the setting goes, except an administrator's", async () => {
    leads = ["U1", "U2"];
    await syncMembers(deps());
    await syncMembers(depsWith({}));
    expect(await roles()).toEqual({ U1: "rep", U2: "manager", U3: "rep" });
    expect((await members().find("U2"))?.roleGroup).toBeNull();
  });

  it("do not keep whoever left in", async () => {
    await syncMembers(deps());
    await saveMember(deps(), {});
    expect(await members().find("U1")).toMatchObject({ account: "deactivated" });
  });
});
