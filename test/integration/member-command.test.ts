import { expect, it } from "vitest";
import { admit } from "../../src/flows/customers/admit.ts";
import { syncMembers } from "../../src/flows/customers/sync-members.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const NOW = new Date("2026-11-28T09:00:00Z");
const person = (slackUserId: string, name: string, administers = false) => ({
  ...{ slackUserId, name, email: `${slackUserId.toLowerCase()}@example.com`, administers },
  ...{ timeZone: "UTC", locale: null, account: "member" as "member" | "guest" },
});
const ANNA = person("U1", "Anna Berg");
const BOSS = person("U2", "王小明", true);
const GUEST = { ...person("U3", "Gus"), account: "guest" as const };

describeOnEachDatabase("mainstay member", (database) => {
  const { run } = mainstayIn(database);
  const members = () => createStore(database()).members;
  const sync = async (people = [ANNA, BOSS, GUEST]) => {
    const workspace = {
      async *people() {
        yield people;
      },
    };
    await syncMembers({ members: members(), workspace, clock: () => NOW });
  };
  const act = (who: typeof ANNA) =>
    admit({ members: members(), workspace: { person: async () => who }, clock: () => NOW }, who.slackUserId);
  const set = (typed: string, role: string) => run("member", "set", typed, "--role", role, "--json");

  it("lists who may what, and says how many more there are", async () => {
    expect((await run("member", "list")).out).toContain("Nobody is known yet");
    await sync();
    const { out } = await run("member", "list");
    expect(out).toMatch(/王小明 .*manager +Slack[\s\S]*Anna Berg .*rep +Slack/);
    expect(out).not.toContain("Gus");
    expect(out).toContain("1 more person is a guest");
    expect((await run("member", "list", "--all")).out).toContain("Gus");
    const { json } = await run("member", "list", "--json");
    expect(json).toMatchObject({
      members: [{ name: "王小明", roleSetAt: null }, { name: "Anna Berg" }],
      notShown: 1,
    });
  });

  it("sets a role that holds at the next act, whatever Slack says from then on", async () => {
    await sync();
    expect((await set("U1@EXAMPLE.com", "operations")).json).toMatchObject({
      before: "rep",
      isChanged: true,
    });
    expect((await act(ANNA)).role).toBe("operations");
    expect((await set("U2", "rep")).json).toMatchObject({ before: "manager", role: "rep", isByHand: true });
    expect((await act(BOSS)).role).toBe("rep");
    await sync();
    await members().save({ ...BOSS, role: "manager" }, NOW);
    expect([(await act(ANNA)).role, (await act(BOSS)).role]).toEqual(["operations", "rep"]);
    expect((await run("member", "list")).out).toMatch(/王小明 .*rep +set by hand on \d{4}-\d\d-\d\d/);
  });

  it("gives a role back to Slack, which makes administrators managers again", async () => {
    await sync();
    await set("U2", "rep");
    await set("U1", "manager");
    for (const id of ["U1", "U2"])
      expect((await set(id, "from-slack")).json).toMatchObject({ role: "rep", isByHand: false });
    expect((await act(ANNA)).role).toBe("rep");
    await sync();
    expect((await members().find("U2"))?.role).toBe("manager");
  });

  it("takes managers back to reps who were made by an administration that they no longer have", async () => {
    await sync();
    await sync([ANNA, { ...BOSS, administers: false }]);
    expect((await act({ ...BOSS, administers: false })).role).toBe("manager");
    expect((await set("U2", "from-slack")).json).toMatchObject({ before: "manager", isChanged: true });
    expect((await act({ ...BOSS, administers: false })).role).toBe("rep");
  });

  it("notes each change once, with who made it", async () => {
    await sync();
    await set("U1", "manager");
    expect((await set("U1", "manager")).json).toMatchObject({ isChanged: false });
    expect((await set("U2", "manager")).err).toContain("stays manager, now set by hand");
    await set("U1", "from-slack");
    expect((await set("U1", "from-slack")).json).toMatchObject({ isChanged: false });
    const { rows } = await database().pool.query(
      "SELECT actor, action, details FROM audit_events ORDER BY id",
    );
    expect(rows).toEqual([
      {
        actor: "command line",
        action: "member.role-set",
        details: { member: "U1", before: "rep", role: "manager" },
      },
      {
        actor: "command line",
        action: "member.role-set",
        details: { member: "U2", before: "manager", role: "manager" },
      },
      {
        ...{ actor: "command line", action: "member.role-given-back" },
        details: { member: "U1", before: "manager", role: "rep" },
      },
    ]);
  });

  it("refuses whom it does not know, whoever is no member, and a role there is none of", async () => {
    await sync();
    expect(await set("ana berg", "manager")).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nearest: Anna Berg (u1@example.com)"),
    });
    expect(await set("nobody@nowhere.org", "manager")).toMatchObject({
      code: 1,
      err: expect.stringContaining("member list"),
    });
    expect(await set("Gus", "manager")).toMatchObject({ code: 1, err: expect.stringContaining("a guest") });
    expect((await set("U1", "boss")).code).toBe(2);
    expect((await run("member", "set", "U1")).code).toBe(2);
    expect((await database().pool.query("SELECT 1 FROM audit_events")).rows).toEqual([]);
  });
});
