import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { startFaultySlack } from "../support/faulty-slack.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type SlackPeer, startSlackPeer, TEAM_ID } from "../support/slack-peer.ts";

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };
const NOW = new Date("2026-11-23T09:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describeOnEachDatabase("a customer who left while rated safe", (database) => {
  let peer: SlackPeer;
  let faulty: Awaited<ReturnType<typeof startFaultySlack>>;
  beforeAll(async () => {
    peer = await startSlackPeer({
      people: { ann: { name: "Ann", email: "ann@us.example", timeZone: "Europe/Berlin" } },
      channels: { managers: {}, sales: {} },
    });
    faulty = await startFaultySlack(peer.apiUrl);
  });
  afterAll(async () => {
    await faulty.close();
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    await fileRows(database()).member(peer.userId("ann"), "ann@us.example", "Europe/Berlin");
  });

  const flows = (now = NOW) => bindFlows({ ...createStore(database()), model: NO_MODEL, clock: () => now });
  const tell = (day = "2026-11-23") => flows().tellPostMortems({ day, timeZone: "UTC" });
  const deliver = (at: Date) =>
    deliverDue({
      ...createStore(database()),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: faulty.apiUrl, timeoutMs: 2_000 }),
      whyNotPost: async () => null,
      clock: () => at,
      log: quietLog,
    });
  const optIn = () =>
    createStore(database()).channelSettings.save({
      ...{ channelId: peer.channelId("managers"), digest: false, costSummary: false, alerts: false },
      ...{
        postMortems: true,
        escalations: false,
        timeZone: "UTC",
        locale: "en",
        setBy: peer.userId("ann"),
        updatedAt: NOW,
      },
    });
  const posts = () => peer.sent.filter(({ method }) => method === "chat.postMessage");

  async function leaver(name: string, probability = 0.12, endedOn = "2026-11-22") {
    const rows = fileRows(database());
    const id = await addCustomer(database(), {
      ...{ name, ownerEmail: "ann@us.example", startedOn: "2025-01-20", endedOn },
      monthlyRevenueMinor: 250_000,
    });
    const model = await rows.model();
    const reasons = [{ feature: "openTickets", value: 3, typical: 0, contribution: 0.9 }];
    await rows.score(
      id,
      `${endedOn.slice(0, 8)}${Number(endedOn.slice(8)) - 1}T03:00:00Z`,
      probability,
      model,
      reasons,
    );
    return id;
  }

  it("is told of once: a headline and in its thread what was seen, known and missed", async () => {
    await optIn();
    await leaver("Acme <有限公司>");
    await leaver("Warned Ltd", 0.8);
    expect(await tell()).toEqual({ customers: 1, messages: 2 });
    expect(await tell()).toEqual({ customers: 0, messages: 0 });
    expect(await tell("2026-11-24")).toEqual({ customers: 0, messages: 0 });
    expect(await deliver(NOW)).toEqual({ posted: 1 });
    expect(await deliver(NOW)).toEqual({ posted: 1 });
    expect(peer.problems).toEqual([]);
    const [head, reply, ...more] = posts();
    expect(more).toEqual([]);
    expect(head?.body.thread_ts).toBeUndefined();
    expect(head?.body.text).toContain(
      "Acme &lt;有限公司&gt; left on 22 Nov 2026. The last risk before that was 12 %",
    );
    expect(reply?.body.thread_ts).toMatch(/^\d+\.\d+$/);
    const said = JSON.stringify(reply?.body.blocks);
    for (const part of ["What the model saw", "What was known", "No contact with them is on record"])
      expect(said).toContain(part);
    expect(said).toContain("Nothing in the data did.");
    expect(said).toContain(`<@${peer.userId("ann")}>, what did we not know?`);
    expect(said).not.toMatch(/€|EUR/);
  });

  it("is told of nowhere where no channel asked, and later where one does", async () => {
    await leaver("Acme");
    expect(await tell()).toEqual({ customers: 0, messages: 0 });
    await optIn();
    expect(await tell("2026-12-07")).toMatchObject({ customers: 0 });
    expect(await tell("2026-12-06")).toMatchObject({ customers: 1 });
  });

  it("gets its reply after the headline, once each, whatever is lost on the way", async () => {
    await optIn();
    await leaver("Acme");
    await tell();
    faulty.next("chat.postMessage", { kind: "refusal", error: "ratelimited" });
    expect(await deliver(NOW)).toEqual({ postponed: 1 });
    expect(await deliver(later(1))).toEqual({});
    expect(posts()).toEqual([]);

    expect(await deliver(later(3_700))).toEqual({ posted: 1 });
    faulty.next("chat.postMessage", { kind: "lose answer" });
    expect(await deliver(later(3_702))).toEqual({ postponed: 1 });
    expect(posts()).toHaveLength(2);
    expect(await deliver(later(3_800))).toEqual({ found: 1 });
    expect(await deliver(later(9_000))).toEqual({});
    expect(posts()).toHaveLength(2);
    expect(posts()[1]?.body.thread_ts).toBeDefined();
  });

  it("is found again after a crash between the headline and its reply", async () => {
    await optIn();
    await leaver("Acme");
    await tell();
    await deliver(NOW);
    const outbox = createStore(database()).outbox;
    const [claimed] = await outbox.claimDue(later(1), later(301), 1);
    expect(claimed?.thread?.ts).toMatch(/^\d+\.\d+$/);
    // Whoever claimed it died; nobody may post it while the claim holds, and somebody does afterwards.
    expect(await deliver(later(100))).toEqual({});
    expect(await deliver(later(400))).toEqual({ posted: 1 });
    expect(posts()).toHaveLength(2);
  });

  it("gets no reply where the headline did not arrive, and says why", async () => {
    await optIn();
    const id = await leaver("Acme");
    await tell();
    faulty.next("chat.postMessage", { kind: "refusal", error: "is_archived" });
    expect(await deliver(NOW)).toEqual({ failed: 1 });
    expect(await deliver(later(2))).toEqual({ failed: 1 });
    expect(posts()).toEqual([]);
    const key = `post-mortem:${peer.channelId("managers")}:${id}:2026-11-22:details`;
    const receipt = await createStore(database()).outbox.receipt(key);
    expect(receipt?.lastError).toEqual({ code: "undelivered.no-thread", parameters: {} });
  });

  it("is one of a list where more than five left at once", async () => {
    await optIn();
    for (const place of [1, 2, 3, 4, 5, 6]) await leaver(`Customer ${place}`, place / 20);
    expect(await tell()).toEqual({ customers: 6, messages: 1 });
    await deliver(NOW);
    expect(peer.problems).toEqual([]);
    const [list] = posts();
    expect(list?.body.text).toContain("6 customers left although their risk was low");
    expect(JSON.stringify(list?.body.blocks)).toMatch(/Customer 1.*Customer 6/);
  });

  it("keeps what somebody knew and shows it in the thread, once", async () => {
    await optIn();
    const id = await leaver("Acme");
    await tell();
    await deliver(NOW);
    const [head] = posts();
    const bot = await startSlackBot(database(), peer, () => NOW);
    try {
      const click = await bot.click("ann", head!, ACTION.postMortemNote);
      expect(click.status).toBe(200);
      await bot.app.idle(5_000);
      const view = peer.sent.find(({ method }) => method === "views.open");
      expect(JSON.stringify(view?.body)).toContain("What did you know, or learn since, of why *Acme* left?");
      const submission = (note: string, viewId: string) => ({
        type: "view_submission",
        user: { id: peer.userId("ann"), team_id: TEAM_ID },
        view: {
          id: viewId,
          callback_id: CALLBACK.postMortemNote,
          private_metadata: view?.body.view.private_metadata,
          state: { values: { [FIELD.postMortemNote]: { [FIELD.postMortemNote]: { value: note } } } },
        },
      });
      await bot.send.interaction(submission("Bought by a rival <!channel>", "V1"));
      await bot.app.idle(5_000);
      await bot.send.interaction(submission("  ", "V2"));
      await bot.app.idle(5_000);
    } finally {
      await bot.app.stop(5_000);
    }
    const again = { customerId: id, memberId: peer.userId("ann"), viewId: "V1", note: "twice" };
    expect(await flows().addPostMortemNote(again)).toEqual({ kind: "repeated" });
    while (Object.keys(await deliver(later(60))).length > 0);
    const replies = posts().filter(({ body }) => body.thread_ts !== undefined);
    expect(replies).toHaveLength(2);
    expect(JSON.stringify(replies[1]?.body.blocks)).toContain("Bought by a rival &lt;!channel&gt;");
    const { rows } = await database().pool.query("SELECT note FROM post_mortem_notes");
    expect(rows).toEqual([{ note: "Bought by a rival <!channel>" }]);
    const asked = { customerId: id, upTo: later(60), timeZone: "UTC", page: 0 };
    expect(await createStore(database()).history.page(asked)).toContainEqual(
      expect.objectContaining({ kind: "why-left", note: "Bought by a rival <!channel>" }),
    );
  });
});
