import { beforeEach, expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

/** Already the next day where the team is. */
const NOW = new Date("2026-11-28T23:30:00Z");
const MANAGER = {
  ...{ slackUserId: "U1", name: "Anna", email: "anna@example.com", role: "manager" as const },
  timeZone: "UTC",
};
const REP = { ...MANAGER, slackUserId: "U2", email: "rep@example.com", role: "rep" as const };

describeOnEachDatabase("who saw amounts", (database) => {
  const { run } = mainstayIn(database, "Asia/Taipei");
  let acme = 0;
  const store = () => createStore(database(), "Asia/Taipei");
  const flows = () => bindFlows({ ...store(), clock: () => NOW, timeZone: "Asia/Taipei" });
  const history = (member: typeof MANAGER | typeof REP) =>
    flows().loadHistory({ customerId: acme, member, place: "direct" });

  beforeEach(async () => {
    const rows = fileRows(database());
    await rows.member("U1", "anna@example.com");
    acme = await rows.customer("Acme", { search_keys: ["acme"], search_text: "acme" });
  });

  it("is a line for each person, customer, surface and day, however often they looked", async () => {
    await history(MANAGER);
    await history(MANAGER);
    await store().moneyReads.note({ memberId: "U1", customerIds: [0], surface: "costs", at: NOW });
    const { out, json } = await run("audit", "reads", "--json");
    expect(json).toMatchObject({ total: 2, keptDays: 400 });
    expect(json.reads).toContainEqual(
      expect.objectContaining({ memberId: "U1", day: "2026-11-29", surface: "history", times: 2 }),
    );
    expect(out).not.toBe("");
    const printed = (await run("audit", "reads")).out;
    expect(printed).toContain("2026-11-29  U1 (U1) saw amounts of Acme (history, 2 times)");
    expect(printed).toContain("saw amounts of everybody, in a report (costs)");
    expect(printed).toContain("Kept for 400 days");
  });

  it("counts those who look at the same moment, whoever and at whatever they look", async () => {
    const { moneyReads } = store();
    const looks = (memberId: string, customerIds: number[]) =>
      moneyReads.note({ memberId, customerIds, surface: "card", at: NOW });
    await Promise.all([
      looks("U1", [0]),
      looks("U1", [acme, 0, acme]),
      looks("U2", [acme]),
      looks("U1", [acme]),
    ]);
    const question = { customerId: null, memberId: null, since: null };
    const counted = (await moneyReads.list(question, 10)).map(({ memberId, customerId, times }) =>
      [memberId, customerId === acme ? "Acme" : "all", times].join(" "),
    );
    expect(counted.sort()).toEqual(["U1 Acme 2", "U1 all 2", "U2 Acme 1"]);
  });

  it("is nobody where no amount was shown", async () => {
    await history(REP);
    expect((await run("audit", "reads")).out).toContain("Nobody is noted");
  });

  it("narrows by customer, person and day", async () => {
    await history(MANAGER);
    const total = async (...args: string[]) => (await run("audit", "reads", "--json", ...args)).json.total;
    expect(await total("--of", "Acme")).toBe(1);
    expect(await total("--by", "anna@example.com", "--since", "2026-11-29")).toBe(1);
    expect(await total("--since", "2026-11-30")).toBe(0);
    expect(await run("audit", "reads", "--by", "nobody")).toMatchObject({ code: 1 });
  });

  it("is forgotten after 400 days, and not a day before", async () => {
    await history(MANAGER);
    expect(await store().moneyReads.forgetOld("2028-01-03")).toBe(0);
    expect(await store().moneyReads.forgetOld("2028-01-04", 1)).toBe(1);
  });

  it("comes with who changed what a channel receives, once for each change", async () => {
    const workspace = { channel: async () => ({ shared: false, botIsMember: true }) };
    const set = (on: boolean) =>
      bindFlows({ ...store(), workspace, clock: () => NOW }).setChannel({
        ...{ channelId: "C1", member: MANAGER, topic: "digest", on },
      });
    await set(true);
    await set(true);
    await set(false);
    const { out } = await run("audit", "--by", "U1");
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(out).toMatch(/changed what a channel receives \(.*on false.*\)/);
    expect(await store().channelSettings.get("C1")).toMatchObject({ digest: false, timeZone: "UTC" });
  });
});
