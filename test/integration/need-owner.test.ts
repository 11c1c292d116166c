import { expect, it } from "vitest";
import { ACCOUNT_KINDS, type MemberRole } from "../../src/domain/customer.ts";
import { MEMBER_LIST_JOB } from "../../src/domain/customers/member-list.ts";
import type { DigestMessage } from "../../src/domain/messages/messages.ts";
import { HOME_AT_FIRST, turnedTo } from "../../src/domain/outreach/home-state.ts";
import { ownerGap } from "../../src/domain/outreach/owner-gap.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { composeDigest } from "../../src/flows/messages/compose-digest.ts";
import { loadCustomerCard } from "../../src/flows/outreach/load-customer-card.ts";
import { loadHome } from "../../src/flows/outreach/load-home.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { textOf } from "../../src/words/text.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { readOf } from "../support/read-of.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const LAST_NIGHT = new Date("2026-11-23T00:00:00Z");
const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

describeOnEachDatabase("customers who need a new owner", (database) => {
  const deps = () => ({
    ...createStore(database()),
    model: NO_MODEL,
    holidays: publicHolidays(),
    clock: () => NOW,
    clv: CLV,
    timeZone: "UTC",
  });
  const reader = (role: MemberRole) => ({
    slackUserId: "U9",
    name: "Mia",
    email: null,
    role,
    timeZone: "UTC",
  });
  const home = async (role: MemberRole = "manager", page = 0) => {
    const state = turnedTo(HOME_AT_FIRST, "ownerless", page);
    return readOf((await loadHome(deps(), { member: reader(role), state })).page.needOwner);
  };
  const pageOf = async (page: number) => {
    const needOwner = await home("manager", page);
    if (needOwner?.kind !== "known") throw new Error("not known");
    return needOwner;
  };
  const digest = (): Promise<DigestMessage> => composeDigest(deps(), { week: "2026-W47", timeZone: "UTC" });

  /** The list of people was read at a moment. */
  async function listed(at = LAST_NIGHT) {
    const { jobRuns } = createStore(database());
    const claim = await jobRuns.claim({ job: MEMBER_LIST_JOB, period: at.toISOString() }, at, at, 3);
    await jobRuns.finish(claim!, "done", { kind: "done", figures: {} }, at);
  }

  /** Somebody of each kind, each with a customer, one with nobody's e-mail, and one without any: riskiest first. */
  async function customers() {
    const rows = fileRows(database());
    const { members } = createStore(database());
    const model = await rows.model();
    const emails = [...ACCOUNT_KINDS.map((kind) => `${kind}@example.com`), "nobody@example.com", null];
    const ids = [];
    for (const [place, email] of emails.entries()) {
      const id = await rows.customer(`Customer ${place}`, { owner_email: email?.toUpperCase() ?? null });
      await rows.score(id, LAST_NIGHT, 0.9 - place / 100, model);
      ids.push(id);
    }
    for (const account of ACCOUNT_KINDS) {
      const rest = { role: "rep", timeZone: "UTC" } as const;
      const email = `${account}@example.com`;
      await members.save({ ...rest, slackUserId: account, name: `A ${account}`, email, account }, NOW);
    }
    const ended = await rows.customer("Ended", { ended_on: "2026-11-01" });
    await rows.score(ended, LAST_NIGHT, 0.95, model);
    return ids;
  }

  it("stand on Home as the rule and the digest have them, riskiest first, with the reason", async () => {
    const ids = await customers();
    await listed();
    const needOwner = await pageOf(0);
    const shown = [...needOwner.customers, ...(await pageOf(1)).customers];
    expect(shown.map(({ name, because }) => [name, textOf(because, "en")])).toEqual([
      ["Customer 1", "owner A guest is no member of the team"],
      ["Customer 2", "owner A outsider is no member of the team"],
      ["Customer 3", "owner A bot is no member of the team"],
      ["Customer 4", "owner A deactivated left"],
      ["Customer 5", "owner NOBODY@EXAMPLE.COM is not in Slack"],
      ["Customer 6", "no owner"],
    ]);
    expect(needOwner.inAll).toBe(6);

    const facts = await createStore(database()).facts.read(["owner"], ids, NOW);
    const byRule = ids.filter((id) => {
      const { customer, owner } = facts.get(id)!;
      return ownerGap(customer.ownerEmail, owner) !== null;
    });
    expect(shown.map(({ customerId }) => customerId)).toEqual(byRule);
    const { highWithoutOwner, needOwner: named } = await digest();
    expect(highWithoutOwner).toBe(byRule.length);
    expect(named?.map(({ customerId }) => customerId)).toEqual(byRule.slice(0, 5));
    expect(named?.[3]).toMatchObject({ name: "Customer 4", because: { code: "owner-gap.left" } });
  });

  it("are not shown to reps, and at most five at once", async () => {
    const rows = fileRows(database());
    for (let place = 0; place < 12; place += 1) await rows.customer(`Customer ${place}`);
    await listed();
    expect(await home("rep")).toBeNull();
    const needOwner = await home("operations");
    expect(needOwner).toMatchObject({ kind: "known", inAll: 12 });
    expect(needOwner?.kind === "known" && needOwner.customers).toHaveLength(5);
    expect((await pageOf(2)).customers).toHaveLength(2);
  });

  it("are named nowhere before the list of people was read: their owner may well be there", async () => {
    await customers();
    expect(await home()).toEqual({ kind: "unknown" });
    const { highWithoutOwner, needOwner } = await digest();
    expect([highWithoutOwner, needOwner]).toEqual([6, undefined]);
  });

  it("come in the digest by what is at stake", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    const contract = {
      currency: "EUR",
      started_on: "2025-01-01",
      renews_on: "2027-01-01",
      margin_percent: 50,
    };
    for (const [name, minor, risk] of [
      ["Riskier", 10_000, 0.9],
      ["Dearer", 900_000, 0.6],
    ] as const) {
      const id = await rows.customer(name, { ...contract, monthly_revenue_minor: minor });
      await rows.score(id, new Date("2026-11-10T00:00:00Z"), risk, model);
      await rows.score(id, LAST_NIGHT, risk, model);
    }
    await listed();
    const { needOwner, newlyHigh } = await digest();
    expect(newlyHigh.count).toBe(0);
    expect(needOwner?.map(({ name }) => name)).toEqual(["Dearer", "Riskier"]);
    expect(JSON.stringify(needOwner)).not.toMatch(/minor|EUR/);
  });

  it("say on the card that the owner left, by name; an e-mail nobody has stays one", async () => {
    const ids = await customers();
    const owners = [];
    for (const customerId of ids) {
      const shown = await loadCustomerCard(deps(), { customerId, member: reader("rep"), place: "direct" });
      if (shown.kind === "card") owners.push([shown.card.ownerName, shown.card.ownerHasLeft]);
    }
    expect(owners).toEqual([
      ["A member", false],
      ["A guest", false],
      ["A outsider", false],
      ["A bot", false],
      ["A deactivated", true],
      ["NOBODY@EXAMPLE.COM", false],
      [null, false],
    ]);
  });

  it("are known as of the last whole list, and doctor says when that was too long ago or never", async () => {
    const check = async () => (await checkHealth(deps())).find(({ name }) => name === "members");
    expect(await check()).toMatchObject({ status: "warning", finding: [{ code: "health.members.never" }] });
    const { jobRuns } = createStore(database());
    const failed = await jobRuns.claim({ job: MEMBER_LIST_JOB, period: "today" }, NOW, NOW, 3);
    await jobRuns.fail(
      failed!,
      { error: "Slack's user list stopped after 200 people", isLast: false },
      NOW,
      NOW,
    );
    expect(await check()).toMatchObject({ finding: [{ code: "health.members.never" }] });
    await listed(new Date(NOW.getTime() - 48 * 3_600_000 - 1));
    expect(await check()).toMatchObject({ status: "warning", finding: [{ code: "health.members.old" }] });
    await listed(new Date(NOW.getTime() - 48 * 3_600_000));
    expect(await check()).toMatchObject({ status: "ok", finding: [{ code: "health.members" }] });
  });
});
