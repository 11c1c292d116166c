import { beforeEach, expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { type Mention, mentionUrgency } from "../../src/domain/outreach/mentions.ts";
import { alertMentions } from "../../src/flows/messages/alert-mentions.ts";
import { judgeMentions } from "../../src/flows/outreach/judge-mentions.ts";
import { listAdvocates } from "../../src/flows/outreach/list-advocates.ts";
import { listMentions } from "../../src/flows/outreach/list-mentions.ts";
import { settleMention } from "../../src/flows/outreach/settle-mention.ts";
import { factStore } from "../../src/store/facts/facts.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const ANA: Member = {
  ...{ slackUserId: "UANA", name: "Ana", email: "ana@example.com", role: "rep", timeZone: "UTC" },
};
const MIA: Member = { ...ANA, slackUserId: "UMIA", name: "Mia", email: "mia@example.com", role: "manager" };

describeOnEachDatabase("mentions", (database) => {
  let acme: number;
  let other: number;
  let nobodys: number;
  const sql = async (text: string, values: unknown[] = []) =>
    (await database().pool.query(text, values)).rows;
  const deps = (at = NOW) => ({ ...createStore(database()), clock: () => at });

  type Given = {
    text: string;
    customerId?: number | null;
    hours?: number;
    reach?: number | null;
    author?: string | null;
    answered?: boolean;
  };
  let ids = 0;
  const add = async (given: Given): Promise<number> => {
    const { text, customerId = null, hours = 30, reach = null, author = null, answered = false } = given;
    const at = hoursAgo(hours);
    const [row] = await sql(
      `INSERT INTO mentions (source, external_id, customer_id, network, author, text, at, reach, answered_at)
       VALUES ('test', $1, $2, 'X', $3, $4, $5, $6, $7) RETURNING id`,
      [`m${++ids}`, customerId, author, text, at, reach, answered ? at : null],
    );
    return row.id;
  };
  const judged = (id: number) =>
    sql("SELECT sentiment_label AS label, sentiment_version AS version FROM mentions WHERE id = $1", [
      id,
    ]).then(([row]) => row);
  const listed = async (reader: Member) => {
    const { list } = await listMentions(deps(), { reader, page: 0 });
    return list.items.map(({ id }) => id);
  };
  const told = () =>
    sql("SELECT recipient, message FROM outbox WHERE kind = 'mention-alert' ORDER BY id").then((rows) =>
      rows.map(({ recipient, message }) => [
        recipient,
        message.stage,
        message.items.map((item: Mention) => item.id),
        message.more,
      ]),
    );

  beforeEach(async () => {
    acme = await addCustomer(database(), { name: "Acme", ownerEmail: "Ana@Example.com" });
    other = await addCustomer(database(), { name: "Other", ownerEmail: "ben@example.com" });
    nobodys = await addCustomer(database(), { name: "Nobody's" });
    await sql(`INSERT INTO members (slack_user_id, name, email, role, account) VALUES
      ('UANA', 'Ana', 'ana@example.com', 'rep', 'member'), ('UMIA', 'Mia', 'mia@example.com', 'manager', 'member'),
      ('UBEN', 'Ben', 'ben@example.com', 'rep', 'deactivated')`);
  });

  it("judges what is there in both languages, and says where it cannot", async () => {
    const bad = await add({ text: "Terrible service, never again." });
    const zh = await add({ text: "太差了,再也不买" });
    const good = await add({ text: "I love it" });
    const german = await add({ text: "Das ist nicht gut und ich bin sehr böse" });
    expect(await judgeMentions(deps())).toBe(4);
    expect(await judged(bad)).toEqual({ label: "negative", version: 1 });
    expect(await judged(zh)).toEqual({ label: "negative", version: 1 });
    expect(await judged(good)).toEqual({ label: "positive", version: 1 });
    expect(await judged(german)).toEqual({ label: null, version: 1 });
    expect(await judgeMentions(deps())).toBe(0);
    const { list } = await listMentions(deps(), { reader: MIA, page: 0 });
    expect(list.counts).toEqual({ negative: 2, neutral: 0, positive: 1, unjudged: 1, waiting: 0 });
  });

  it("judges a text anew that changed, and never one that a person corrected", async () => {
    const id = await add({ text: "Terrible service, never again." });
    await judgeMentions(deps());
    await sql("UPDATE mentions SET text = 'I love it' WHERE id = $1", [id]);
    expect(await judged(id)).toEqual({ label: null, version: null });
    await judgeMentions(deps());
    expect(await judged(id)).toMatchObject({ label: "positive" });
    await sql("UPDATE mentions SET text = 'Terrible, awful scam' WHERE id = $1", [id]);
    await judgeMentions(deps());
    const settle = () => settleMention(deps(), { id, member: MIA, deed: "not-negative" });
    expect(await settle()).toBe("done");
    expect(await settle()).toBe("already");
    await sql("UPDATE mentions SET text = 'Terrible, awful scam!', sentiment_version = 0 WHERE id = $1", [
      id,
    ]);
    expect(await judgeMentions(deps())).toBe(0);
    expect(await judged(id)).toMatchObject({ label: "neutral" });
    expect(await sql("SELECT actor, action, details FROM audit_events")).toMatchObject([
      { actor: "UMIA", action: "mention.corrected", details: { mentionId: id, version: 1 } },
    ]);
  });

  it("keeps no judgement of a text that changed meanwhile", async () => {
    const id = await add({ text: "Terrible service, never again." });
    const { mentions } = deps();
    const [found] = await mentions.unjudged(0, 1, 10);
    await sql("UPDATE mentions SET text = 'I love it' WHERE id = $1", [id]);
    const kept = await mentions.keepJudgements([{ ...found!, sentiment: -1, label: "negative" }], 1);
    expect(kept).toBe(0);
  });

  it("lists the most urgent first, by the rule of the domain, each reader what is theirs", async () => {
    const text = "Terrible service, never again.";
    const far = await add({ text, customerId: acme, reach: 50_000, hours: 48 });
    const near = await add({ text, customerId: acme, reach: 10, hours: 48 });
    const old = await add({ text, reach: 10, hours: 300 });
    const colleagues = await add({ text, customerId: other, reach: 5, hours: 2 });
    await add({ text, customerId: acme, answered: true });
    await add({ text, customerId: acme, hours: 91 * 24 });
    await add({ text: "I love it", customerId: acme });
    await judgeMentions(deps());
    const { list } = await listMentions(deps(), { reader: MIA, page: 0 });
    const urgencies = list.items.map((mention) => mentionUrgency(mention, NOW));
    expect(list.items.map(({ id }) => id)).toEqual([far, old, near, colleagues]);
    expect(urgencies).toEqual([...urgencies].sort((a, b) => b - a));
    expect(await listed(ANA)).toEqual([far, old, near]);
    expect(await listed({ ...ANA, email: null })).toEqual([old]);
    const second = await listMentions(deps(), { reader: MIA, page: 9, perPage: 3 });
    expect(second.list).toMatchObject({ page: 1, pages: 2, inAll: 4, items: [{ id: colleagues }] });
    const facts = await factStore(database()).read(["openMention"], [acme, nobodys], NOW);
    expect(facts.get(acme)?.openMention).toMatchObject({ network: "X", at: hoursAgo(48) });
    expect(facts.get(nobodys)?.openMention).toBeNull();
  });

  it("lets a rep settle what is theirs alone", async () => {
    const text = "Terrible service, never again.";
    const own = await add({ text, customerId: acme });
    const colleagues = await add({ text, customerId: other });
    await judgeMentions(deps());
    const answer = (id: number) => settleMention(deps(), { id, member: ANA, deed: "answered" });
    expect(await answer(own)).toBe("done");
    expect(await answer(own)).toBe("already");
    expect(await answer(colleagues)).toBe("not-yours");
    expect(await answer(4711)).toBe("gone");
    expect(await listed(MIA)).toEqual([colleagues]);
    // A file that comes again still says that nobody answered.
    await sql("UPDATE mentions SET answered_at = NULL");
    expect(await listed(MIA)).toEqual([colleagues]);
    expect(await sql("SELECT actor, action, customer_id FROM audit_events")).toEqual([
      { actor: "UANA", action: "mention.answered", customer_id: acme },
    ]);
  });

  it("tells each complaint once: the owner, a channel where it is of nobody, managers where nobody owns it", async () => {
    const text = "Terrible service, never again.";
    await sql(`INSERT INTO channel_settings (channel_id, alerts, time_zone, set_by, updated_at, locale)
      VALUES ('COPS', true, 'UTC', 'UMIA', now(), 'en-US')`);
    const own = await add({ text, customerId: acme });
    const public1 = await add({ text });
    const ownerless = await add({ text, customerId: nobodys });
    const left = await add({ text, customerId: other });
    const wide = await add({ text, customerId: acme, hours: 1, reach: 10_000 });
    const young = await add({ text, customerId: acme, hours: 23, reach: 9_999 });
    await add({ text, customerId: acme, hours: 15 * 24 });
    await add({ text, customerId: acme, answered: true });
    await add({ text: "I love it", customerId: acme });
    await judgeMentions(deps());
    expect(await alertMentions(deps())).toEqual({ alerted: 3, escalated: 0 });
    const all = await told();
    expect(all.map(([to, stage, items]) => [to, stage, [...items].sort((a, b) => a - b)])).toEqual(
      expect.arrayContaining([
        ["UANA", "alerted", [own, wide]],
        ["COPS", "alerted", [public1]],
        ["UMIA", "alerted", [ownerless, left]],
      ]),
    );
    expect(await alertMentions(deps())).toEqual({ alerted: 0, escalated: 0 });
    const later = new Date(NOW.getTime() + 2 * 3_600_000);
    expect(await alertMentions(deps(later))).toMatchObject({ alerted: 1 });
    expect((await told()).at(-1)).toEqual(["UANA", "alerted", [young], 0]);
  });

  it("tells managers of what nobody answered for three days, once, and a day after the owner", async () => {
    const text = "Terrible service, never again.";
    for (let count = 0; count < 7; count += 1) await add({ text, customerId: acme, hours: 80 });
    await judgeMentions(deps());
    expect(await alertMentions(deps())).toEqual({ alerted: 1, escalated: 0 });
    const [[to, stage, items, more] = []] = await told();
    expect([to, stage, items.length, more]).toEqual(["UANA", "alerted", 5, 2]);
    const day = 24 * 3_600_000;
    expect(await alertMentions(deps(new Date(NOW.getTime() + day - 1)))).toMatchObject({ escalated: 0 });
    await sql("UPDATE mentions SET answered_at = $1 WHERE id = (SELECT min(id) FROM mentions)", [NOW]);
    expect(await alertMentions(deps(new Date(NOW.getTime() + day)))).toMatchObject({ escalated: 1 });
    expect((await told()).at(-1)?.slice(0, 2)).toEqual(["UMIA", "escalated"]);
    expect((await told()).at(-1)?.[3]).toBe(1);
    expect(await alertMentions(deps(new Date(NOW.getTime() + 2 * day)))).toMatchObject({ escalated: 0 });
  });

  it("waits with what there is nobody to tell", async () => {
    await sql("UPDATE members SET account = 'deactivated'");
    await add({ text: "Terrible service, never again." });
    await judgeMentions(deps());
    expect(await alertMentions(deps())).toEqual({ alerted: 0, escalated: 0 });
    await sql("UPDATE members SET account = 'member' WHERE slack_user_id = 'UMIA'");
    expect(await alertMentions(deps())).toEqual({ alerted: 1, escalated: 0 });
  });

  it("finds who praised us twice and never complained, the widest reach first", async () => {
    const praise = async (author: string | null, reach: number | null, more: Partial<Given> = {}) =>
      add({ text: "I love it", author, reach, ...more });
    await praise("Zoe", 100);
    await praise("zoe", 9_000, { customerId: acme });
    await praise("bob", null);
    await praise("bob", null);
    await praise("once", 50_000);
    await praise("mixed", 50_000);
    await praise("mixed", 50_000);
    await add({ text: "Terrible service", author: "mixed" });
    await praise("long ago", 50_000, { hours: 181 * 24 });
    await praise("long ago", 50_000);
    await praise(null, 5, { customerId: other });
    await praise(null, 6, { customerId: other });
    await praise(null, 5);
    await praise(null, 5);
    await judgeMentions(deps());
    const namesFor = async (reader: Member) =>
      (await listAdvocates(deps(), { reader })).advocates.map(({ author, customer, positive, reach }) => [
        author?.toLowerCase() ?? customer?.name,
        positive,
        reach,
      ]);
    expect(await namesFor(MIA)).toEqual([
      ["zoe", 2, 9000],
      ["Other", 2, 6],
      ["bob", 2, null],
    ]);
    expect(await namesFor(ANA)).toEqual([
      ["zoe", 2, 9000],
      ["bob", 2, null],
    ]);
  });
});
