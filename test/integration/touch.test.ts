import { beforeEach, expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { logTouch } from "../../src/flows/customers/log-touch.ts";
import { settleSuggestion } from "../../src/flows/outreach/settle-suggestion.ts";
import { customerStore } from "../../src/store/customers/customers.ts";
import { memberStore } from "../../src/store/customers/members.ts";
import { settlementStore } from "../../src/store/customers/settlements.ts";
import { touchStore } from "../../src/store/customers/touches.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { suggestionStore } from "../../src/store/outreach/suggestions.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const clock = () => NOW;

describeOnEachDatabase("touches and suggestions", (database) => {
  let id: number;
  const suggestion = (key: string) => ({
    key,
    kind: "card" as const,
    customerId: id,
    memberId: null,
    playbook: "monthly-contact",
    action: phrase("monthly-contact.action"),
    reason: phrase("monthly-contact.never"),
    probability: 0.5,
    createdAt: NOW,
  });
  const form = () => ({
    customerId: id,
    memberId: "U1",
    viewId: "V1",
    channel: "phone" as const,
    outcome: "reached" as const,
    note: null,
    minutesSpent: 10,
    at: new Date("2026-12-09T13:00:00Z"),
  });
  const log = () =>
    logTouch({ touches: touchStore(database()), customers: customerStore(database()), clock }, form());
  const settle = (memberId: string) =>
    settleSuggestion(
      { suggestions: suggestionStore(database()), clock },
      { key: "s1", status: "reached_out", memberId },
    );

  beforeEach(async () => {
    id = await addCustomer(database(), { name: "Acme" });
    await suggestionStore(database()).record([suggestion("s1"), suggestion("s2")]);
  });

  it("keeps no touch on a customer who is gone, and says so", async () => {
    await database().pool.query("DELETE FROM customers WHERE id = $1", [id]);
    expect(await log()).toEqual({ kind: "gone" });
  });

  it("logs a touch once, with its audit event, and settles what was open", async () => {
    expect(await log()).toEqual({ kind: "logged" });
    expect(await log()).toEqual({ kind: "repeated" });
    const { rows } = await database().pool.query("SELECT action, actor FROM audit_events");
    expect(rows).toEqual([{ action: "touch.logged", actor: "U1" }]);
    expect(await suggestionStore(database()).find("s2")).toMatchObject({
      status: "touched",
      settledBy: "U1",
    });
  });

  it("knows what settled a card since it was shown", async () => {
    await memberStore(database()).save(
      { slackUserId: "U1", name: "Ana", email: null, role: "rep", timeZone: "UTC", account: "member" },
      NOW,
    );
    await log();
    const since = (at: string) => settlementStore(database()).since(id, new Date(at));
    expect(await since("2026-12-09T13:59:59Z")).toMatchObject({ action: "touch.logged", byName: "Ana" });
    expect(await since("2026-12-09T14:00:00Z")).toBeNull();
  });

  it("counts the first answer to a suggestion and names it to the second", async () => {
    const answers = await Promise.all([settle("U1"), settle("U2")]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["settled", "settled-before"]);
    const [first, second] = answers.map((answer) =>
      "suggestion" in answer ? answer.suggestion.settledBy : null,
    );
    expect(first).toBe(second);
    const { rows } = await database().pool.query("SELECT count(*)::int AS count FROM audit_events");
    expect(rows[0].count).toBe(1);
  });

  it("claims a delivery once", async () => {
    const { claim, forgetOld } = handledRequestStore(database());
    const claims = await Promise.all([claim("e1", NOW), claim("e1", NOW), claim("e1", NOW)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await forgetOld(new Date(NOW.getTime() + 11 * 60_000))).toBe(0);
    expect(await claim("e1", NOW)).toBe(false);
    expect(await forgetOld(new Date(NOW.getTime() + 9 * 24 * 3_600_000))).toBe(1);
  });

  it("keeps a role the team gave, makes administrators managers, and moves an e-mail to its new holder", async () => {
    const { save, find } = memberStore(database());
    const ana = {
      slackUserId: "U1",
      name: "Ana",
      email: "ana@example.com",
      timeZone: "UTC",
      account: "member",
    } as const;
    expect(await save({ ...ana, role: "rep" }, NOW)).toMatchObject({ role: "rep" });
    expect(await save({ ...ana, role: "manager" }, NOW)).toMatchObject({ role: "manager" });
    expect(await save({ ...ana, role: "rep" }, NOW)).toMatchObject({ role: "manager" });
    await save({ ...ana, slackUserId: "U2", role: "rep" }, NOW);
    expect(await find("U1")).toMatchObject({ email: null });
  });
});
