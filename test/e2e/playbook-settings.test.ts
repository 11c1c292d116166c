import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { slackPoster } from "../../src/delivery/slack-poster.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { nudgesWeekday } from "../../src/jobs/nudges-weekday.ts";
import { runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { ACTION, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const SUNDAY = new Date("2026-11-22T12:00:00Z");
const MONDAY = new Date("2026-11-23T10:00:00Z");
const daysBefore = (days: number) => new Date(MONDAY.getTime() - days * 86_400_000);
const caredFor = { feature: "touches90d", value: 4, typical: 1, contribution: -2 };
const EVERY_DAYS = `${FIELD.playbookNumber}_everyDays`;

describeOnOneDatabase("how playbooks are set in Slack", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let now = SUNDAY;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com" },
        mia: { name: "Mia <3>", email: "mia@example.com", admin: true },
        max: { name: "Max", email: "max@example.com", admin: true },
      },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
  beforeEach(() => {
    peer.clear();
    now = SUNDAY;
  });

  /** At high risk, in touch 40 days ago: monthly contact applies, and check-in behind it. */
  async function acmeAtRisk() {
    const rows = fileRows(database());
    await rows.member(peer.userId("ana"), "ana@example.com");
    const acme = await addCustomer(database(), { name: "Acme", ownerEmail: "ana@example.com" });
    await rows.touch(acme, daysBefore(40));
    await rows.score(acme, new Date("2026-11-23T02:00:00Z"), 0.9, await rows.model(), [caredFor]);
  }

  async function mondayMorning() {
    now = MONDAY;
    const store = createStore(database());
    const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
    const deps = {
      ...store,
      model: NO_MODEL,
      clock: () => now,
      clv,
      timeZone: "UTC",
      holidays: publicHolidays(),
    };
    await runDueJobs({
      jobs: [nudgesWeekday(bindFlows(deps))],
      jobRuns: store.jobRuns,
      clock: () => now,
      log: silent,
    });
    const poster = slackPoster({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl });
    await deliverDue({ ...store, poster, whyNotPost: async () => null, clock: () => now, log: silent });
    return peer.sent.filter(({ method }) => method === "chat.postMessage");
  }

  const open = async (person: string, list: Sent, key: string) => {
    const before = peer.sent.length;
    const { responseUrl } = await bot.click(person, list, `${ACTION.playbookChange}:${key}`);
    await bot.app.idle(5000);
    const form = peer.sent.slice(before).find(({ method }) => method === "views.open");
    if (form === undefined) throw new Error("No form was opened.");
    return { form, anew: () => peer.waitFor((sent) => sent.responseUrl === new URL(responseUrl).pathname) };
  };
  const filled = (values: Record<string, string>, mode = "on") => ({
    [FIELD.playbookMode]: { selected_option: { value: mode } },
    ...Object.fromEntries(
      Object.entries({ [FIELD.playbookMinutes]: "15", ...values }).map(([id, value]) => [id, { value }]),
    ),
  });
  const blockOf = ({ body }: Sent, name: string) =>
    body.blocks.find((block: { text?: { text: string } }) => block.text?.text.startsWith(`*${name}* ·`))?.text
      .text;

  it("a manager changes a number, the list says so, and the next morning's nudges follow", async () => {
    await acmeAtRisk();
    const list = await bot.type("mia", "playbooks settings");
    expect(list.body.blocks.length).toBeLessThanOrEqual(50);
    expect(blockOf(list, "Monthly contact")).toBe(
      "*Monthly contact* · On\nNo contact for at least: 30 days · 15 min a contact\nIn 30 days it applied to nobody.",
    );
    const { form, anew } = await open("mia", list, "monthly-contact");
    expect(JSON.stringify(form.body.view)).toMatch(
      /No contact for at least \(days\).*7 to 365; left empty: 30/,
    );

    const refused = await bot.submit("mia", form.body.view, filled({ [EVERY_DAYS]: "366" }));
    expect(refused).toMatchObject({
      response_action: "errors",
      errors: { [EVERY_DAYS]: "“366” does not fit: days as a whole number from 7 to 365." },
    });
    expect(await bot.submit("mia", form.body.view, filled({ [EVERY_DAYS]: "41" }))).toBeNull();
    const { body } = await anew();
    expect(body).toMatchObject({ replace_original: true });
    expect(body.text).toContain("*Monthly contact* is saved.");
    expect(blockOf({ body } as Sent, "Monthly contact")).toContain("41 days");
    expect(blockOf({ body } as Sent, "Monthly contact")).toContain("_Saved by Mia &lt;3&gt;, today_");

    const [nudge] = await mondayMorning();
    expect(JSON.stringify(nudge?.body)).toContain("Acme");
    const { rows } = await database().pool.query("SELECT playbook FROM suggestions");
    expect(rows).toEqual([{ playbook: "check-in" }]);
  });

  it("a dry run is told to nobody and counted", async () => {
    await acmeAtRisk();
    const list = await bot.type("mia", "playbooks settings");
    for (const key of ["monthly-contact", "check-in"]) {
      const { form, anew } = await open("mia", list, key);
      expect(await bot.submit("mia", form.body.view, filled({}, "dry-run"))).toBeNull();
      await anew();
    }
    expect(await mondayMorning()).toEqual([]);
    const after = await bot.type("mia", "playbook settings");
    expect(blockOf(after, "Monthly contact")).toContain(
      "· Dry run\nNo contact for at least: 30 days · 15 min a contact\nIn 30 days it applied to 1 customer; of 1 nobody was told, in a dry run.",
    );
    const card = await bot.type("mia", "acme");
    expect(JSON.stringify(card.body)).toContain("No playbook that is on calls for a contact");
    expect(JSON.stringify(card.body)).not.toMatch(/Get in touch|has not been contacted/);
  });

  it("a gift and minutes can be set, and taken away again", async () => {
    const list = await bot.type("mia", "playbooks settings");
    const first = await open("mia", list, "thank");
    const gift = {
      [FIELD.playbookGift]: "1.234,50",
      [FIELD.playbookCurrency]: "eur",
      [FIELD.playbookMinutes]: "8",
    };
    const noCurrency = { ...gift, [FIELD.playbookCurrency]: "" };
    expect(await bot.submit("mia", first.form.body.view, filled(noCurrency))).toMatchObject({
      errors: { [FIELD.playbookCurrency]: expect.stringContaining("three letters") },
    });
    expect(await bot.submit("mia", first.form.body.view, filled(gift))).toBeNull();
    const anew = await first.anew();
    expect(blockOf(anew, "Thanks for a purchase")).toContain("8 min a contact · gift €1,234.50");
    const second = await open("mia", anew, "thank");
    expect(JSON.stringify(second.form.body.view)).toContain('"initial_value":"1234.50"');
    expect(
      await bot.submit("mia", second.form.body.view, filled({ [FIELD.playbookMinutes]: "" })),
    ).toBeNull();
    expect(blockOf(await second.anew(), "Thanks for a purchase")).toContain("5 min a contact\n");
  });

  it("of two managers at once the later one sees that it changed in between", async () => {
    const [hers, his] = [
      await bot.type("mia", "playbooks settings"),
      await bot.type("max", "playbooks settings"),
    ];
    const mia = await open("mia", hers, "thank");
    const max = await open("max", his, "thank");
    expect(await bot.submit("mia", mia.form.body.view, filled({}, "off"))).toBeNull();
    await mia.anew();
    const late = await bot.submit("max", max.form.body.view, filled({}, "dry-run"));
    expect(late.errors[FIELD.playbookMode]).toContain("Mia");
    expect(late.errors[FIELD.playbookMode]).toContain("changed this setting while the form was open");
    const again = await bot.type("max", "playbooks settings");
    expect(blockOf(again, "Thanks for a purchase")).toContain("· Off\n");
    const { form, anew } = await open("max", again, "thank");
    expect(await bot.submit("max", form.body.view, filled({}, "dry-run"))).toBeNull();
    expect(blockOf(await anew(), "Thanks for a purchase")).toContain("· Dry run\n");
  });

  it("the risk from which on nudges come is set with a preview, and the next morning's nudges follow", async () => {
    await acmeAtRisk();
    const list = await bot.type("mia", "playbooks settings");
    const text = (sent: Sent) => JSON.stringify(sent.body.blocks);
    expect(text(list)).toContain("*Nudges about risk begin at 50 %*");
    const { form, anew } = await open("mia", list, "nudge-threshold");
    const FROM_RISK = `${FIELD.playbookNumber}_fromRisk`;
    const typed = (value: string) => ({ [FROM_RISK]: { value } });
    expect(JSON.stringify(form.body.view)).toMatch(/Nudge from this risk on, in %.*20 to 95; left empty: 50/);
    const previewed = async (value: string) => {
      peer.clear();
      const view = { ...form.body.view, state: { values: { [FROM_RISK]: { [FROM_RISK]: { value } } } } };
      await bot.clickInModal("mia", { ...form, body: { ...form.body, view } }, ACTION.playbookPreview);
      const updated = await peer.waitFor(({ method }) => method === "views.update");
      return JSON.stringify(updated.body.view.blocks);
    };
    expect(await previewed("60")).toContain("there is nothing to preview yet");
    expect(await previewed("x")).toContain("Write a whole number from 20 to 95 above");
    expect(await bot.submit("mia", form.body.view, typed("96"))).toMatchObject({
      errors: { [FROM_RISK]: expect.stringContaining("from 20 to 95") },
    });
    expect(await bot.submit("mia", form.body.view, typed("95"))).toBeNull();
    const after = await anew();
    expect(text(after)).toContain("*Nudges about risk begin at 95 %*");
    expect(text(after)).toContain("_Saved by Mia &lt;3&gt;, today_");
    expect(await mondayMorning()).toEqual([]);
    const silent = await bot.type("mia", "why-silent acme");
    expect(silent.body.text).toContain("nudges about risk begin at 95 %");
  });

  it("counts in the form whom other numbers would reach", async () => {
    await acmeAtRisk();
    const list = await bot.type("mia", "playbooks settings");
    const { form } = await open("mia", list, "monthly-contact");
    const count = async (days: string) => {
      peer.clear();
      const fields = Object.entries(filled({ [EVERY_DAYS]: days }));
      const values = Object.fromEntries(fields.map(([id, value]) => [id, { [id]: value }]));
      const view = { ...form.body.view, state: { values } };
      await bot.clickInModal("mia", { ...form, body: { ...form.body, view } }, ACTION.playbookPreview);
      const updated = await peer.waitFor(({ method }) => method === "views.update");
      return JSON.stringify(updated.body.view.blocks);
    };
    expect(await count("45")).toContain(
      "By these numbers it would apply to nobody of today; as it is set, to 1.",
    );
    expect(await count("20")).toContain("it would apply to 1 customer of today; as it is set, to 1.");
    expect(await count("5")).toContain("days as a whole number from 7 to 365.");
  });

  it("a rep is refused", async () => {
    const { body } = await bot.type("ana", "playbooks settings");
    expect(body.text).toContain("is for managers and operations");
    const list = await bot.type("mia", "playbooks settings");
    const { form } = await open("mia", list, "thank");
    peer.clear();
    await bot.submit("ana", form.body.view, filled({}, "off"));
    await bot.app.idle(5000);
    const { rows } = await database().pool.query("SELECT * FROM playbook_settings");
    expect(rows).toEqual([]);
  });
});
