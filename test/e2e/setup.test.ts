import { beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { MEMBER_LIST_JOB } from "../../src/domain/customers/member-list.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addOrder } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const log = { info: () => {}, warn: () => {}, error: () => {} };

describeOnEachDatabase("setting up a new installation", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      [peer, bot] = [startedPeer, startedBot];
    },
  );
  const store = () => createStore(database());
  const deliver = () =>
    deliverDue({
      ...store(),
      poster: slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl }),
      whyNotPost: async () => null,
      clock: () => NOW,
      log,
    });
  let events = 0;
  const open = async (person: string, tab = "home", fields: object = {}) => {
    const user = peer.userId(person);
    const event = { type: "app_home_opened", user, tab, channel: "D1", ...fields };
    const event_id = `EvS${++events}`;
    await bot.send.event({ type: "event_callback", team_id: "T000000001", event_id, event });
    expect(await bot.app.idle(5000)).toBe(true);
  };
  const shown = ({ body }: Sent) => JSON.stringify(body);
  const told = (text: string) => peer.waitFor((sent) => shown(sent).includes(text));
  const posted = () => peer.sent.filter(({ method }) => method === "chat.postMessage");
  const audited = async () => {
    const { rows } = await database().pool.query("SELECT action, actor FROM audit_events ORDER BY id");
    return rows.map(({ action, actor }) => [action, actor]);
  };
  const addData = async () => {
    const acme = await addCustomer(database(), { name: "Acme", ownerEmail: "ana@example.com" });
    await addOrder(database(), acme, "2026-11-20T10:00:00Z", 1000);
    await addCustomer(database(), { name: "Globex <!channel>", ownerEmail: "gone@example.com" });
    const { jobRuns, members } = store();
    const claim = await jobRuns.claim({ job: MEMBER_LIST_JOB, period: "today" }, NOW, NOW, 3);
    await jobRuns.finish(claim!, "done", {}, NOW);
    await members.save(
      {
        ...{ slackUserId: peer.userId("ana"), name: "Ana", email: "ana@example.com", role: "rep" },
        ...{ timeZone: "UTC", account: "member", roleRule: "administers" },
      } as Parameters<typeof members.save>[0],
      NOW,
    );
  };

  beforeEach(async () => {
    peer.clear();
    await database().pool.query("INSERT INTO workspace_setup (id) VALUES (1)");
  });

  it("is offered once, in the direct message, to the first of those who may who opens the bot", async () => {
    await open("ana");
    await deliver();
    expect(posted()).toEqual([]);
    await open("mia", "messages");
    await open("mia");
    await deliver();
    await open("mia");
    await deliver();
    const [offer, ...more] = posted();
    expect(more).toEqual([]);
    expect(offer?.body.channel).toMatch(/^D/);
    expect(shown(offer!)).toContain("Three steps before I post anything");
    expect(shown(offer!)).toContain("There are no customers yet.");
    expect(await audited()).toEqual([["setup.offered", peer.userId("mia")]]);
  });

  it("ticks by what is there, shows the digest as a dry run, and posts from when somebody starts it", async () => {
    const { body } = await bot.type("mia", "setup");
    expect(body.text).toBe("Setting me up: 0 of 3 steps are done.");
    expect(shown({ body } as Sent)).not.toContain(ACTION.setupDigest);
    await addData();
    const again = await bot.type("mia", "setup");
    expect(again.body.text).toBe("Setting me up: 2 of 3 steps are done.");
    expect(shown(again)).toContain(
      "1 of 2 customers belong to 1 person here. Nobody is reminded of the other one.",
    );
    const pressed = await bot.click("mia", again, ACTION.setupDigest);
    expect((await pressed.answer()).body.text).toContain("Customer digest");
    const dryRun = await told("That was a dry run");
    expect(shown(dryRun)).toContain("remind 1 owner of their customers");
    expect(await store().workspaceSetup.posts()).toBe(false);
    await (await bot.click("mia", dryRun, ACTION.setupStart)).answer();
    await (await bot.click("mia", dryRun, ACTION.setupStart)).answer();
    expect(await store().workspaceSetup.posts()).toBe(true);
    const done = await bot.type("mia", "setup");
    expect(done.body.text).toBe("Setting me up: 3 of 3 steps are done.");
    await (await bot.click("mia", done, ACTION.setupStop)).answer();
    expect(await store().workspaceSetup.posts()).toBe(false);
    const mia = peer.userId("mia");
    const setting = (await audited()).filter(([action]) => String(action).startsWith("posting"));
    expect(setting).toEqual([
      ["posting.started", mia],
      ["posting.stopped", mia],
    ]);
  });

  it("names who has no owner, as text", async () => {
    await addData();
    const message = await bot.type("mia", "setup");
    const answer = await (await bot.click("mia", message, ACTION.setupOwners)).answer();
    expect(shown(answer)).toContain("gone@");
    expect(shown(answer)).not.toContain("<!channel>");
  });

  it("remembers Not now, and is opened again by the command", async () => {
    const message = await bot.type("mia", "setup");
    const answer = await (await bot.click("mia", message, ACTION.setupNotNow)).answer();
    expect(answer.body.text).toContain("`/customer setup` opens this again");
    await open("mia");
    await deliver();
    expect(posted()).toEqual([]);
    expect(shown(await bot.type("mia", "setup"))).toContain(`<@${peer.userId("mia")}> left this for later`);
  });

  it("keeps nothing that a job would say before, and all of it after", async () => {
    await addData();
    const { outbox, channelSettings } = store();
    const at = { timeZone: "UTC", setBy: "U1", updatedAt: NOW };
    const topics = {
      digest: true,
      costSummary: false,
      alerts: false,
      postMortems: false,
      escalations: false,
    };
    await channelSettings.save({ channelId: "C1", locale: "en", nudges: false, ...topics, ...at });
    const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
    const flows = bindFlows({
      ...{ ...store(), model: NO_MODEL, clock: () => NOW, timeZone: "UTC", clv, holidays: publicHolidays() },
    });
    const send = () => flows.sendDigest({ week: "2026-W49", timeZone: "UTC" });
    await send();
    expect(await outbox.countByStatus()).toEqual({});
    await flows.setPosting({ on: true, memberId: "U1" });
    expect(await send()).toEqual({ messages: 1, alreadySent: 0 });
    expect(await outbox.countByStatus()).toEqual({ pending: 1 });
  });

  it("is for managers and operations", async () => {
    const refused = "Only managers and operations set me up. Ask one of them.";
    expect((await bot.type("ana", "setup")).body.text).toBe(refused);
    await addData();
    const message = await bot.type("mia", "setup");
    await bot.click("mia", message, ACTION.setupDigest);
    const dryRun = await told("That was a dry run");
    const answer = await (await bot.click("ana", dryRun, ACTION.setupStart)).answer();
    expect(answer.body.text).toBe(refused);
    expect(await store().workspaceSetup.posts()).toBe(false);
  });

  it("says beside a channel's choice, and to why-silent, that nothing is posted yet", async () => {
    await addData();
    const line = "Nothing is posted yet: a manager or operations starts me";
    expect((await bot.type("mia", "channel on alerts")).body.text).toContain(line);
    expect((await bot.type("ana", "why-silent acme")).body.text).toContain("I say nothing unasked yet");
  });
});
