import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { drawAgain } from "../../src/delivery/drawn-again.ts";
import { redrawDue } from "../../src/delivery/redraw.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { nudgesWeekday } from "../../src/jobs/nudges-weekday.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { EVERY_MESSAGE } from "../support/every-message.ts";
import { startFaultySlack } from "../support/faulty-slack.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { mainstayIn } from "../support/run-mainstay.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };
// Monday, ten in the morning in Berlin.
const NOW = new Date("2026-11-23T09:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describeOnEachDatabase("a message that is replayed", (database) => {
  let peer: SlackPeer;
  let faulty: Awaited<ReturnType<typeof startFaultySlack>>;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ann: { name: "Ann", email: "ann@us.example", timeZone: "Europe/Berlin" } },
      channels: { team: {} },
    });
    faulty = await startFaultySlack(peer.apiUrl);
  });
  afterAll(async () => {
    await faulty.close();
    await peer.close();
  });
  beforeEach(() => peer.clear());

  const mainstay = mainstayIn(database);
  const store = () => createStore(database());
  const delivery = (at: Date) => ({
    ...store(),
    poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl, timeoutMs: 2_000 }),
    whyNotPost: async () => null,
    clock: () => at,
    log: quietLog,
  });
  const posted = () => peer.sent.filter(({ method }) => method === "chat.postMessage");
  const seen = ({ body }: Sent) => ({ text: body.text, blocks: body.blocks });
  const replay = (key: string) => mainstay.run("replay", key, "--json");

  async function nudgeAnn() {
    const rows = fileRows(database());
    const ann = peer.userId("ann");
    await rows.member(ann, "ann@us.example", "Europe/Berlin");
    const acme = await addCustomer(database(), { name: "Acme <有限公司>", ownerEmail: "ann@us.example" });
    const model = await rows.model();
    await rows.order(acme, "2026-10-06T10:00:00Z");
    await rows.score(acme, "2026-11-23T03:00:00Z", 0.87, model, [
      {
        ...{ feature: "daysSinceLastPurchase", value: 48, typical: 20, contribution: 1.5 },
        companions: { meanGapDays: 21 },
      },
    ]);
    const calm = await addCustomer(database(), { name: "Calm Ltd", ownerEmail: "ann@us.example" });
    await rows.score(calm, "2026-11-23T03:00:00Z", 0.05, model);
    const flows = bindFlows({
      ...store(),
      model: NO_MODEL,
      clock: () => NOW,
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      timeZone: "UTC",
      holidays: publicHolidays(),
    });
    const due = { period: "2026-11-23", day: "2026-11-23", timeZone: "Europe/Berlin" };
    await nudgesWeekday(flows).run(due as never);
    return { acme, model, key: `nudges:${ann}:2026-11-23` };
  }

  it("is decided again from what it was decided from, and drawn again to the byte, at every revision", async () => {
    const { acme, model, key } = await nudgeAnn();
    expect(await deliverDue(delivery(NOW))).toEqual({ posted: 1 });
    await store().suggestions.settle({
      ...{ key: `nudge:${acme}:2026-11-23`, status: "reached_out", whyNot: null, whyNotNote: null },
      ...{ by: peer.userId("ann"), at: later(60), madeAfter: later(-60) },
    });
    expect(await redrawDue(delivery(later(120)))).toEqual({ redrawn: 1 });

    const { code, json } = await replay(key);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      status: "posted",
      recipientName: peer.userId("ann"),
      modelVersionId: model,
    });
    expect(json.rebuilt).toMatchObject({ from: "inputs", isEqual: true });
    expect(json.inputs.choice).toMatchObject({
      considered: 2,
      skipped: { "below-threshold": 1 },
      policy: { dailyBudget: 5, threshold: 0.5 },
    });
    const [post] = posted();
    const update = peer.sent.find(({ method }) => method === "chat.update");
    const [first, second] = json.drawings;
    expect(first).toMatchObject({ purpose: "post", isEqual: true, kept: "intact", posted: seen(post!) });
    expect(second).toMatchObject({ purpose: "redraw", isEqual: true, kept: "intact", posted: seen(update!) });
    expect(JSON.stringify(second.posted)).not.toBe(JSON.stringify(first.posted));

    const { out } = await mainstay.run("replay", key, "--drawing", "1");
    expect(out).toContain(`nudge to ${peer.userId("ann")}`);
    expect(out).toContain("2 customers of theirs were looked at, 1 named. Left out: below-threshold 1");
    expect(out).toMatch(/threshold 0\.5/);
    expect(out).toContain(`Acme <有限公司> (customer ${acme}): risk 87.0%`);
    expect(out).toContain("Decided again from the inputs kept: the same message.");
    expect(out).toContain("Drawn again: equal, to the byte.");
    expect(out).toContain("Silent for 48 days");
    expect(out).not.toContain("Today it would read");
  });

  it("says so where today's rules would say something else", async () => {
    const { key } = await nudgeAnn();
    await deliverDue(delivery(NOW));
    await database().pool.query(
      `UPDATE outbox SET message = jsonb_set(message, '{items,0,action,code}', '"check-in.action"') WHERE key = $1`,
      [key],
    );
    const { out, json } = await mainstay.run("replay", key, "--json");
    expect(json.rebuilt.isEqual).toBe(false);
    expect(out).toBeDefined();
    expect((await mainstay.run("replay", key)).out).toContain("today's rules say something else");
  });

  it("is equal to what Slack was given, of every kind", async () => {
    const rows = fileRows(database());
    await rows.member(peer.userId("ann"), "ann@us.example", "Europe/Berlin");
    for (const [kind, message] of Object.entries(EVERY_MESSAGE))
      await store().outbox.enqueue({
        ...{ key: `every:${kind}`, recipient: peer.channelId("team"), message, createdAt: NOW },
      });
    for (const _ of Object.keys(EVERY_MESSAGE)) await deliverDue(delivery(NOW));
    expect(peer.problems).toEqual([]);
    const kinds = Object.keys(EVERY_MESSAGE);
    expect(posted()).toHaveLength(kinds.length);
    for (const [place, kind] of kinds.entries()) {
      const { json } = await replay(`every:${kind}`);
      expect(json.drawings).toHaveLength(1);
      expect(json.drawings[0]).toMatchObject({ isEqual: true, kept: "intact" });
      expect(json.drawings[0].posted).toEqual(seen(posted()[place]!));
    }
  });

  it("shows the original and today's reading where a word of the catalogue was changed since", async () => {
    const { key } = await nudgeAnn();
    await deliverDue(delivery(NOW));
    const found = await bindFlows(store()).replayMessage(key);
    if (found.kind === "unknown") throw new Error("nothing was kept");
    const [drawing] = found.drawings;
    vi.resetModules();
    vi.doMock("../../src/words/en/en.ts", async (original) => {
      const { en } = await original<typeof import("../../src/words/en/en.ts")>();
      return { en: { ...en, "check-in.reason": "Nobody has called" } };
    });
    try {
      const { render } = await import("../../src/delivery/render.ts");
      const { templateVersion } = await import("../../src/delivery/template-version.ts");
      expect(templateVersion()).not.toBe(drawing!.templateVersion);
      const message = { ...found.sent.message, items: [EVERY_MESSAGE.nudge.items[0]] } as never;
      const then = drawAgain(message, { ...drawing!, digest: "" }).today;
      const now = drawAgain(
        message,
        { ...drawing!, digest: "" },
        { draw: render, version: templateVersion() },
      );
      expect(now.isEqual).toBe(false);
      expect(JSON.stringify(now.today)).toContain("Nobody has called");
      expect(JSON.stringify(then)).not.toContain("Nobody has called");
    } finally {
      vi.doUnmock("../../src/words/en/en.ts");
      vi.resetModules();
    }
  });

  it("told by another template, keeps what was posted", async () => {
    const { key } = await nudgeAnn();
    await deliverDue(delivery(NOW));
    await database().pool.query(
      "UPDATE message_drawings SET template_version = 'before000000', digest = repeat('0', 64) WHERE message_key = $1",
      [key],
    );
    const { out } = await mainstay.run("replay", key);
    expect(out).toContain("Drawn by template before000000; by today's, ");
    expect(out).toContain("What was posted");
    expect(out).toContain("Today it would read");
    expect(out).toContain("it was changed since");
  });

  it("is known though the answer of the post was lost, and is posted once", async () => {
    const { key } = await nudgeAnn();
    faulty.next("chat.postMessage", { kind: "lose answer" });
    expect(await deliverDue(delivery(NOW))).toEqual({ postponed: 1 });
    const [lost] = (await replay(key)).json.drawings;
    expect(lost).toMatchObject({ arrivedAt: null, isEqual: true });
    expect(await deliverDue(delivery(later(40)))).toEqual({ found: 1 });
    const { json } = await replay(key);
    expect(json.drawings).toHaveLength(1);
    expect(json.drawings[0]).toMatchObject({
      arrivedAt: later(40).toISOString(),
      posted: seen(posted()[0]!),
    });
  });

  describe("asked for by customer", () => {
    it("is listed in its month with its key and reason, and nowhere else", async () => {
      const { key } = await nudgeAnn();
      await deliverDue(delivery(NOW));
      const { out, json, err } = await mainstay.run("why-sent", "acme", "--in", "2026-11", "--json");
      expect(json?.messages, err).toBeDefined();
      expect(json.messages.map((sent: { key: string }) => sent.key)).toEqual([key]);
      expect(out).toContain(key);
      const text = (await mainstay.run("why-sent", "acme", "--in", "2026-11")).out;
      expect(text).toContain("because: Silent for 48 days");
      const none = await mainstay.run("why-sent", "calm", "--in", "2026-11");
      expect(none.out).toContain("No message from 2026-11-01 to 2026-11-30 names Calm Ltd.");
      expect((await mainstay.run("why-sent", "acme", "--in", "2026-12", "--json")).json.messages).toEqual([]);
      expect((await mainstay.run("why-sent", "acme", "--in", "March")).err).toContain("2027-03");
    });

    it("is cleared for their sake: its digest stays, and nobody else's", async () => {
      const { acme, key } = await nudgeAnn();
      await store().outbox.enqueue({
        ...{ key: "other", recipient: peer.channelId("team"), message: EVERY_MESSAGE["job-alert"] },
        createdAt: NOW,
      });
      await deliverDue(delivery(NOW));
      expect(await bindFlows(store()).clearSentAbout({ customerId: acme })).toBe(1);
      const { json } = await replay(key);
      expect(json).toMatchObject({ inputs: null, drawings: [{ kept: "cleared", posted: null }] });
      expect(json.drawings[0].digest).toMatch(/^[0-9a-f]{64}$/);
      expect((await mainstay.run("replay", key)).out).toContain("cleared for a customer's sake");
      expect((await replay("other")).json.drawings[0].posted).not.toBeNull();
    });
  });

  it("is forgotten after its days, and says so", async () => {
    const { key } = await nudgeAnn();
    await deliverDue(delivery(NOW));
    const forget = (day: string) =>
      bindFlows({ ...store(), clock: () => new Date(`${day}T09:00:00Z`) }).forgetReplays();
    expect(await forget("2029-01-21")).toEqual({ drawings: 0, inputs: 0 });
    expect(await forget("2029-01-23")).toEqual({ drawings: 1, inputs: 1 });
    const { out } = await mainstay.run("replay", key);
    expect(out).toContain("What it was chosen from is not kept");
    expect(out).toContain("Nothing that was given to Slack is kept");
  });

  it("takes little room, and says how much", async () => {
    await nudgeAnn();
    await deliverDue(delivery(NOW));
    const { out, json } = await mainstay.run("replay", "--json");
    expect(json).toMatchObject({ drawings: { rows: 1 }, inputs: { rows: 1 }, keptDays: 790 });
    for (const { bytes } of [json.drawings, json.inputs]) expect(bytes).toBeGreaterThan(300);
    for (const { bytes } of [json.drawings, json.inputs]) expect(bytes).toBeLessThan(3_000);
    expect(out).toBeDefined();
    expect((await mainstay.run("replay")).out).toMatch(/What Slack was given: 1 drawing, \d+\.\d kB/);
  });

  it("is refused where there is no such key", async () => {
    const { code, err } = await mainstay.run("replay", "nudges:U0:2026-01-01");
    expect(code).toBe(1);
    expect(err).toContain("why-sent CUSTOMER");
  });
});
