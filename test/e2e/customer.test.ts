import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDuplicates } from "../../src/flows/imports/find-duplicates.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { signatureHeaders } from "../support/signed-requests.ts";
import { SIGNING_SECRET, type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const MINUTE = 60_000;

describeOnOneDatabase("/customer", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  let now = new Date("2026-12-09T14:00:00Z");
  let acme: number;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com", timeZone: "Europe/Berlin" },
        ben: { name: "Ben", email: "ben@example.com" },
        mia: { name: "Mia", email: "mia@example.com", admin: true },
      },
      channels: { sales: {}, partners: { shared: true } },
    });
    bot = await startSlackBot(database(), peer, () => now);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });

  beforeEach(async () => {
    now = new Date("2026-12-09T14:00:00Z");
    peer.clear();
    acme = await addCustomer(database(), {
      name: "Acme & Söhne <GmbH>",
      domain: "acme.com",
      externalId: "C-1042",
      ownerEmail: "ana@example.com",
      segment: "Enterprise",
      renewsOn: "2027-01-20",
      startedOn: "2025-01-20",
      monthlyRevenueMinor: 250_000,
    });
    const modelId = await addModel(database());
    await addOrder(database(), acme, "2026-10-01T09:00:00Z", 1_200_000);
    await addOrder(database(), acme, "2026-11-01T09:00:00Z", 300_000, { kind: "refund" });
    const reasons = [
      { feature: "openTickets", value: 3, typical: 0, contribution: 0.9 },
      {
        ...{ feature: "revenueMinor90d", value: 900_000, typical: 1_500_000, contribution: 0.4 },
        companions: { revenueMinorPrevious90d: 1_500_000, daysSinceLastPurchase: 69, purchaseDaysTotal: 2 },
      },
    ];
    await addScore(database(), acme, { asOf: "2026-11-12T12:00:00Z", probability: 0.54, modelId });
    await addScore(database(), acme, {
      asOf: "2026-12-09T12:00:00Z",
      probability: 0.62,
      bounds: { low: 0.54, high: 0.7 },
      levers: [{ steps: ["contact"], probability: 0.48 }],
      reasons,
      modelId,
    });
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  /** A stop waits for what was acknowledged. */
  const restart = async () => {
    expect(await bot.app.stop(5000)).toBe(true);
    bot = await startSlackBot(database(), peer, () => now);
  };
  const shown = (message: Sent) => JSON.stringify(message.body);
  const modal = (callbackId: string) => peer.waitFor((entry) => entry.body.view?.callback_id === callbackId);
  const touchValues = {
    [FIELD.channel]: { selected_option: { value: "phone" } },
    [FIELD.outcome]: { selected_option: { value: "reached" } },
    [FIELD.note]: { value: "They stay." },
    [FIELD.minutes]: { value: "25" },
    [FIELD.at]: { selected_date_time: Date.parse("2026-12-09T13:30:00Z") / 1000 },
  };
  const snoozeValues = (days: string, date: string | null = null) => ({
    [FIELD.snoozeFor]: { selected_option: { value: days } },
    [FIELD.snoozeUntil]: { selected_date: date },
  });

  it("answers with a card only its reader sees", async () => {
    const card = await bot.type("ana", "acme");
    expect(card.body).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(card.body.text).toContain("Acme &amp; Söhne &lt;GmbH&gt;: 62 % risk");
    const text = shown(card);
    expect(text).toContain("*62 %* risk of the contract ending in 90 days, up 8 since 12 Nov");
    expect(text).toContain("€2,500");
    expect(text).toContain("€27,000");
    expect(text).toContain("20 Jan 2027");
    expect(text).toContain("C-1042 · Enterprise · owner Ana");
    expect(text).toContain("3 tickets open");
    expect(text).toContain("*Do now: Ask how things are going before the renewal comes up*");
    expect(text).toContain("One contact this week: 62 % → 48 %");
    expect(text).toContain("scored 2 h ago from data up to 1 Nov");
  });

  it("shows money to the owner and to managers alone", async () => {
    expect(shown(await bot.type("mia", "acme"))).toContain("€27,000");
    const stranger = shown(await bot.type("ben", "acme"));
    expect(stranger).not.toContain("€");
    expect(stranger).toContain("shown to the owner and to managers");
    expect(stranger).toContain("Spending down by 40 % against the 90 days before");
  });

  it("logs a touch from the card and shows the card as it is then", async () => {
    const card = await bot.type("ana", "acme");
    await bot.click("ana", card, ACTION.logTouch);
    const form = await modal("touch.log");
    now = new Date(now.getTime() + MINUTE);
    const wrong = { ...touchValues, [FIELD.minutes]: { value: "1441" } };
    expect(await bot.submit("ana", form.body.view, wrong)).toEqual({
      response_action: "errors",
      errors: { minutes: "Whole minutes from 0 to 1,440." },
    });
    expect(await bot.submit("ana", form.body.view, touchValues, "V-touch")).toBeNull();
    const updated = await peer.waitFor((entry) => entry.body.replace_original === true);
    expect(shown(updated)).toContain("Contacted today");
    expect(shown(updated)).not.toContain("One contact this week");
    expect(shown(updated)).toContain("Phone, reached them");

    const { rows } = await database().pool.query("SELECT * FROM touches");
    expect(rows).toMatchObject([
      {
        customer_id: acme,
        member_id: peer.userId("ana"),
        channel: "phone",
        outcome: "reached",
        minutes_spent: 25,
      },
    ]);
    const suggestions = await database().pool.query("SELECT status, settled_by FROM suggestions");
    expect(suggestions.rows).toEqual([{ status: "touched", settled_by: peer.userId("ana") }]);

    await bot.submit("ana", form.body.view, touchValues, "V-touch");
    await restart();
    const again = await database().pool.query("SELECT count(*)::int AS count FROM touches");
    expect(again.rows[0].count).toBe(1);
  });

  it("says who was faster on a second click", async () => {
    const anas = await bot.type("ana", "acme");
    const bens = await bot.type("ben", "acme");
    await bot.click("ana", anas, ACTION.logTouch);
    now = new Date(now.getTime() + MINUTE);
    await bot.submit("ana", (await modal("touch.log")).body.view, touchValues);
    await peer.waitFor((entry) => entry.body.replace_original === true);
    peer.clear();
    now = new Date(now.getTime() + 5 * MINUTE);
    const second = await (await bot.click("ben", bens, ACTION.logTouch)).answer();
    expect(second.body.text).toContain("Ana logged a touch 5 min ago.");
    expect(peer.sent.filter(({ method }) => method === "views.open")).toEqual([]);
  });

  it("snoozes until a day begins where the member lives, and refuses days gone by", async () => {
    const card = await bot.type("ana", "acme");
    await bot.click("ana", card, ACTION.snooze);
    const { view } = (await modal("customer.snooze")).body;
    const past = await bot.submit("ana", view, snoozeValues("date", "2026-12-09"));
    expect(past).toMatchObject({ errors: { [FIELD.snoozeUntil]: "Choose a day after today." } });
    await bot.submit("ana", view, snoozeValues("14"));
    const updated = await peer.waitFor((entry) => entry.body.replace_original === true);
    expect(shown(updated)).toContain("*Snoozed* until 23 Dec by Ana");
    const { rows } = await database().pool.query("SELECT snoozed_until FROM customers");
    expect(rows[0].snoozed_until.toISOString()).toBe("2026-12-22T23:00:00.000Z");
  });

  it("explains the figure in a modal", async () => {
    const card = await bot.type("ana", "acme");
    await bot.click("ana", card, ACTION.why);
    const text = shown(await modal("customer.why"));
    expect(text).toContain("Of 100 customers who look like this one, about 62");
    expect(text).toContain("It put a leaver above a stayer in 84 of 100 pairs.");
    expect(text).toContain("a neural network, trained 1 Dec");
    expect(text).toContain("• One contact this week: 62 % → 48 %");
    expect(text).toContain("The bracket (54–70) is where it lies in 8 of 10 cases");
    expect(text).toContain("Data of “test” up to 1 Nov");
  });

  describe("sharing", () => {
    const share = async (values: Record<string, object> = {}) => {
      peer.clear();
      const { answer } = await bot.click("ana", await bot.type("ana", "acme"), ACTION.share);
      const form = await modal("customer.share");
      await bot.submit("ana", form.body.view, values);
      return { form: shown(form), posted: await answer() };
    };

    it("says who will read the card, and shows it to everyone once the form is sent", async () => {
      const { form, posted } = await share();
      expect(form).toMatch(
        /\d+ (person|people) in <#C\w+> will read the card of \*Acme &amp; Söhne &lt;GmbH&gt;\*/,
      );
      expect(posted.body.response_type).toBe("in_channel");
      expect(shown(posted)).toContain(`Shared by <@${peer.userId("ana")}>`);
      expect(shown(posted)).not.toContain("€");
      expect(shown(posted)).toContain("shown to the owner and to managers");
    });

    it("shows amounts where a manager opened the channel to them, to everyone alike", async () => {
      await bot.type("mia", "channel on digest");
      expect(shown((await share()).posted)).toContain("€27,000");
      expect(shown(await bot.type("ben", "acme"))).toContain("€27,000");
    });

    it("takes a note and mentions the owner, and warns before it is shared again", async () => {
      const { form, posted } = await share({
        [FIELD.shareNote]: { value: "Call <them> & ask *who*" },
        [FIELD.shareMention]: { selected_options: [{ value: "owner" }] },
      });
      expect(form).not.toContain("shared it there");
      expect(shown(posted)).toContain(`<@${peer.userId("ana")}> Call &lt;them&gt; &amp; ask`);
      expect((await share()).form).toContain(`<@${peer.userId("ana")}> shared it there just now`);
    });

    it("posts once, however often the form arrives", async () => {
      peer.clear();
      const pressed = await bot.click("ana", await bot.type("ana", "acme"), ACTION.share);
      const { view } = (await modal("customer.share")).body;
      await bot.submit("ana", view, {}, "V-share");
      await pressed.answer();
      await bot.submit("ana", view, {}, "V-share");
      expect(await bot.app.idle(5000)).toBe(true);
      expect(peer.sent.filter(({ body }) => body.response_type === "in_channel")).toHaveLength(1);
    });

    /** Two forms from one card, neither of which knows of the other. */
    const twoForms = async () => {
      peer.clear();
      const card = await bot.type("ana", "acme");
      await bot.click("ana", card, ACTION.share);
      const { view } = (await modal("customer.share")).body;
      const pressed = await bot.click("ana", card, ACTION.share);
      return { view, pressed };
    };
    const posts = () => peer.sent.filter(({ body }) => body.response_type === "in_channel");

    it("asks before the same card is shared a second time within a minute, and keeps what was filled in", async () => {
      const { view } = await twoForms();
      await bot.submit("ana", view, {}, "V-one");
      expect(await bot.app.idle(5000)).toBe(true);
      const again = await bot.submit(
        "ana",
        view,
        {
          [FIELD.shareNote]: { value: "Call them" },
          [FIELD.shareMention]: { selected_options: [{ value: "owner" }] },
        },
        "V-two",
      );
      expect(again).toMatchObject({
        response_action: "update",
        view: { callback_id: "customer.share_again" },
      });
      const text = JSON.stringify(again.view.blocks);
      expect(text).toContain(`<@${peer.userId("ana")}> shared the card of *Acme &amp; Söhne &lt;GmbH&gt;*`);
      expect(text).toMatch(/"initial_value":"Call them".*"initial_options"/);
      expect(await bot.app.idle(5000)).toBe(true);
      expect(posts()).toHaveLength(1);
      expect(
        await bot.submit("ana", again.view, { [FIELD.shareNote]: { value: "Call them" } }, "V-two"),
      ).toBeNull();
      expect(await bot.app.idle(5000)).toBe(true);
      expect(posts()).toHaveLength(2);
    });

    it("posts one of two forms that arrive at the same moment, and tells the other's sender", async () => {
      const { view } = await twoForms();
      await Promise.all(["V-one", "V-two"].map((id) => bot.submit("ana", view, {}, id)));
      expect(await bot.app.idle(5000)).toBe(true);
      expect(posts()).toHaveLength(1);
    });
  });

  it("tells the sender privately where the response_url is used up", async () => {
    const card = await bot.type("ana", "acme");
    const { responseUrl } = await bot.click("ana", card, ACTION.logTouch);
    const form = await modal("touch.log");
    peer.useUp(responseUrl);
    await bot.submit("ana", form.body.view, touchValues);
    const told = await peer.waitFor((entry) => entry.method.startsWith("chat."));
    expect(told.method).toBe("chat.postEphemeral");
    expect(told.body.user).toBe(peer.userId("ana"));
  });

  it("tells all that happened, page by page, below the card and on top of Why", async () => {
    await database().pool.query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at)
       SELECT $1, 'h', 'H-' || n, 'Question', $2::timestamptz - n * interval '1 day' FROM generate_series(1, 20) n`,
      [acme, now],
    );
    const first = await bot.type("ana", "acme history");
    expect(first.body.response_type).toBe("ephemeral");
    expect(shown(first)).toContain("Opened ticket H-1:");
    expect(shown(first)).not.toContain("H-20:");
    const second = await (await bot.click("ana", first, `${ACTION.historyPage}:1`)).answer();
    expect(second.body.replace_original).toBe(true);
    expect(shown(second)).toContain("H-20:");
    const back = await (await bot.click("ana", second, `${ACTION.historyPage}:0`)).answer();
    expect(shown(back)).toContain("H-1:");

    const card = await bot.type("ana", "acme");
    expect(shown(await (await bot.click("ana", card, ACTION.history)).answer())).toContain("H-1:");
    await bot.click("ana", card, ACTION.why);
    const why = await modal("customer.why");
    await bot.clickInModal("ana", why, ACTION.history);
    const pushed = await modal("customer.history");
    expect(pushed.method).toBe("views.push");
    expect(JSON.stringify(pushed.body.view)).toContain("H-1:");
    await bot.clickInModal("ana", pushed, `${ACTION.historyPage}:1`);
    const older = await peer.waitFor(
      ({ method, body }) => method === "views.update" && body.view.callback_id === "customer.history",
    );
    expect(JSON.stringify(older.body.view)).toContain("H-20:");
  });

  it("makes a link for the customer to answer by, and shows their answer until somebody has called", async () => {
    const before = await bot.type("ana", "acme feedback");
    expect(shown(before)).toContain("No answers yet.");
    await bot.click("ana", before, ACTION.askFeedback);
    const form = await modal("feedback.ask");
    const chosen = (value: string) => ({ selected_option: { value } });
    const values = {
      ...{ [FIELD.feedbackKind]: chosen("nps"), [FIELD.feedbackContact]: chosen("none") },
      [FIELD.feedbackLanguage]: chosen("de"),
    };
    const tampered = { ...values, [FIELD.feedbackLanguage]: chosen("tlh") };
    expect(await bot.submit("ana", form.body.view, tampered)).toMatchObject({
      errors: { [FIELD.feedbackLanguage]: expect.stringContaining("no longer be chosen") },
    });
    await bot.submit("ana", form.body.view, values);
    const asked = await peer.waitFor(({ body }) => String(body.text).startsWith("Link for"));
    expect(asked.body.response_type).toBe("ephemeral");
    const path = /https:\/\/us\.example(\/f\/[\w.-]+)/.exec(shown(asked))?.[1] ?? "";

    const page = `${bot.url}${path}`;
    const read = await fetch(page);
    expect(read.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await read.text()).toContain("Wie wahrscheinlich ist es, dass Sie Good Wares weiterempfehlen?");
    const answer = () =>
      fetch(page, { method: "POST", body: new URLSearchParams({ score: "2", comment: "Zu <langsam>" }) });
    expect(await (await answer()).text()).toContain("Ihre Antwort ist angekommen");
    expect(await (await answer()).text()).toContain("die erste Antwort zählt");
    expect((await fetch(`${page}x`)).status).toBe(404);
    const { rows } = await database().pool.query(
      "SELECT recipient, message->>'comment' AS comment FROM outbox",
    );
    expect(rows).toEqual([{ recipient: peer.userId("ana"), comment: "Zu <langsam>" }]);

    now = new Date(now.getTime() + MINUTE);
    const open = await bot.type("ben", "acme feedback");
    expect(shown(open)).toContain("2 of 10, open since today – “Zu &lt;langsam&gt;”");
    await bot.click("ben", open, ACTION.feedbackLogTouch);
    now = new Date(now.getTime() + MINUTE);
    const reached = { [FIELD.at]: { selected_date_time: Math.floor(now.getTime() / 1000) } };
    await bot.submit("ben", (await modal("touch.log")).body.view, { ...touchValues, ...reached });
    await bot.app.idle(5000);
    expect(shown(await bot.type("ana", "acme 反馈"))).not.toContain("Close the loop");
  });

  it("offers what is often bought next, and says with what and by how many", async () => {
    const { pool } = database();
    await pool.query("UPDATE activities SET category = 'Tea' WHERE kind = 'order'");
    await pool.query("INSERT INTO product_pairs VALUES ('Tea', 'Cup', 0.4, 41, 29, 120, 96)");
    await pool.query("INSERT INTO product_pairing VALUES (1, '2026-12-09T02:00:00Z', 1240)");
    const card = await bot.type("ana", "acme.com");
    expect(shown(card)).toContain("*Often bought next:* Cup");
    const why = await bot.click("ana", card, ACTION.products);
    const reason = "Cup – 41 of the 120 customers who bought Tea bought it, too, 29 of them on a later day";
    expect(shown(await why.answer())).toContain(reason);
    expect(shown(await bot.type("ben", "acme.com products"))).toContain(reason);
    expect((await bot.type("mia", "acme.com products", "partners")).body.text).toContain(
      "say nothing about customers",
    );
  });

  it("offers a choice and opens the chosen one", async () => {
    await addCustomer(database(), { name: "Acmeville Foods", externalId: "C-2" });
    const choice = await bot.type("ana", "acm");
    const opened = await (await bot.click("ana", choice, `${ACTION.choose}:1`)).answer();
    expect(opened.body.replace_original).toBe(true);
    expect(shown(opened)).toContain("Log a touch");
  });

  it("opens the card of a customer who is called like a command, and the command when shown", async () => {
    for (const name of ["Segments", "Channel", "Model", "Help", "Costs"]) {
      await addCustomer(database(), { name, externalId: `N-${name}`, ownerEmail: "ana@example.com" });
      const card = shown(await bot.type("ana", name.toLowerCase()));
      expect(card).toContain("Log a touch");
      expect(card).toContain(`/customer show ${name.toLowerCase()}`);
    }
    expect(shown(await bot.type("ana", "show help"))).toContain("What /customer can do");
    expect(shown(await bot.type("ana", "help me"))).not.toContain("What /customer can do");
  });

  it("looks up what follows find, also a command's name", async () => {
    await addCustomer(database(), {
      name: "Help for Homes",
      externalId: "N-1",
      ownerEmail: "ana@example.com",
    });
    expect(shown(await bot.type("ana", "help"))).toContain("What /customer can do");
    const card = shown(await bot.type("ana", "find help"));
    expect(card).toContain("Help for Homes");
    expect(card).toContain("Log a touch");
  });

  it("handles a redelivered command once", async () => {
    const body = {
      command: "/customer",
      text: "acme",
      user_id: peer.userId("ana"),
      channel_id: peer.channelId("sales"),
      team_id: "T000000001",
      trigger_id: "the-same",
      response_url: peer.responseUrl(),
    };
    await Promise.all([bot.send.form(body), bot.send.form(body)]);
    await bot.type("ana", "help");
    await bot.app.stop(5000);
    bot = await startSlackBot(database(), peer, () => now);
    expect(
      peer.sent.filter((entry) => entry.responseUrl === new URL(body.response_url).pathname),
    ).toHaveLength(1);
  });

  describe("answers sensibly to", () => {
    it.each([
      ["help", "help", "What /customer can do"],
      ["nothing", "", "What /customer can do"],
      ["4,000 characters", "x".repeat(4000), "too long"],
      ["control characters", "\u0007\u001b[31m", "I know no customer"],
      ["a mention of the channel", "<!channel>", "“&lt;!channel&gt;”"],
      ["a mention of a person", "<@U000000001>", "“&lt;@"],
      ["markup", "*nobody* _here_ `x`", "I know no customer"],
      ["entities", "x&amp;y&lt;z", "“x&amp;y&lt;z”"],
      ["an unfinished set-up", "channel on", "/customer channel on digest"],
      ["a call for help in Chinese", "帮助", "What /customer can do"],
      ["the same in traditional characters", "幫助", "What /customer can do"],
      ["a call for help with costs", "costs help", "/customer costs quarter by owner"],
      ["a question about channels in Chinese", "channel 说明", "on alerts, on post-mortems or on nudges"],
      ["a misspelt command", "modle", "Did you mean `/customer model`?"],
    ])("%s", async (_, typed, expected) => {
      const answer = await bot.type("ana", typed);
      expect(answer.body.response_type).toBe("ephemeral");
      expect(answer.body.text).toContain(expected);
      expect(shown(answer)).not.toMatch(/<!|<@|<#/);
    });
  });

  it("lets managers set up a channel, and tells reps whom to ask", async () => {
    expect((await bot.type("ana", "channel on digest")).body.text).toContain("Only managers");
    expect((await bot.type("mia", "channel on digest")).body.text).toContain("the weekly digest");
    expect((await bot.type("mia", "channel digest")).body.text).toContain(
      "When should the digest come here?",
    );
    expect((await bot.type("mia", "channel digest friday 16 Europe/Berlin")).body.text).toContain(
      "on Friday at 16:00, Europe/Berlin",
    );
    expect((await bot.type("mia", "頻道 週報 週二 8")).body.text).toContain(
      "on Tuesday at 8:00, Europe/Berlin",
    );
    for (const typed of ["someday 9", "friday 25", "friday 9:30", "friday 9 Mars/Base", "friday"])
      expect((await bot.type("mia", `channel digest ${typed}`)).body.text).toContain("I do not understand");
    expect((await bot.type("ana", "channel digest friday 9")).body.text).toContain("Only managers");
    expect((await bot.type("mia", "channel on costs", "partners")).body.text).toContain(
      "Another organisation",
    );
    expect((await bot.type("mia", "channel on digets")).body.text).toContain("/customer channel on digest");
    const { rows } = await database().pool.query(
      "SELECT channel_id, digest, cost_summary FROM channel_settings",
    );
    expect(rows).toEqual([{ channel_id: peer.channelId("sales"), digest: true, cost_summary: false }]);
  });

  it("lists who is at high risk, most at stake first, and takes the answer there", async () => {
    await database().pool.query("UPDATE customers SET margin_percent = 50");
    const list = await bot.type("mia", "at-risk");
    expect(shown(list)).toContain(
      "Acme &amp; Söhne &lt;GmbH&gt;* · 62 % (54–70) risk of leaving · about €9,300 at stake",
    );
    expect(shown(list)).toContain("renews 20 Jan 2027 · *Nobody has acted yet*");
    const card = await (await bot.click("mia", list, ACTION.card)).answer();
    expect(card.body).toMatchObject({ replace_original: false });
    expect(shown(card)).toContain("Do now: Ask how things are going before the renewal comes up");
    const answer = await (await bot.click("mia", list, ACTION.atRiskReachedOut)).answer();
    expect(answer.body).toMatchObject({ replace_original: true });
    expect(shown(answer)).toContain("Mia reached out on 9 Dec");
    expect(shown(answer)).not.toContain(ACTION.atRiskReachedOut);
    await peer.waitFor(({ body }) => body.text?.startsWith("Noted. Log a touch"));
    const late = await (await bot.click("mia", list, ACTION.atRiskReachedOut)).answer();
    expect(late.body).toMatchObject({ replace_original: true });
    await peer.waitFor(({ body }) => body.text === "You reached out to this customer just now.");
    expect(shown(await bot.type("ana", "at risk mine"))).toContain("Mia reached out on 9 Dec");
    const bens = shown(await bot.type("ben", "at-risk team"));
    expect(bens).toContain("Amounts are shown to a customer's owner");
    expect(bens).not.toContain("€");
    expect((await bot.type("ben", "at-risk")).body.text).toContain("You own no customers.");
    expect((await bot.type("mia", "at-risk Retial")).body.text).toContain("These there are: Enterprise.");
  });

  it("takes words that change nothing for what they are, unless a segment or a customer is called so", async () => {
    const lists = await bot.type("mia", "at-risk");
    for (const typed of [
      ...["at-risk list", "at risk list", "please show me the at risk customers", "at-risk all"],
      ...["風險 列表", "風險 名單", "請 列出 風險", "风险 清单", "风险名单", "所有 風險"],
    ])
      expect([typed, (await bot.type("mia", typed)).body.text]).toEqual([typed, lists.body.text]);
    // A rep who asks for all means all.
    expect((await bot.type("ben", "at-risk all")).body.text).toBe(lists.body.text);
    expect((await bot.type("mia", "movers list")).body.text).toBe(
      (await bot.type("mia", "movers")).body.text,
    );
    await database().pool.query("UPDATE customers SET segment = 'Key accounts' WHERE id = $1", [acme]);
    expect((await bot.type("mia", "at-risk key accounts")).body.text).toContain(
      "At high risk in Key accounts",
    );
    expect((await bot.type("mia", "at-risk key accounts please")).body.text).toContain("Key accounts");
    await addCustomer(database(), { name: "Risk List" });
    expect((await bot.type("mia", "risk list")).body.text).toContain("Risk List");
    await addCustomer(database(), { name: "List" });
    expect((await bot.type("mia", "at-risk list")).body.text).toContain("List:");
  });

  it("draws the Home tab with the member's own accounts", async () => {
    const open = (person: string, id: string) =>
      bot.send.event({
        type: "event_callback",
        team_id: "T000000001",
        event_id: id,
        event: { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" },
      });
    await open("ana", "Ev1");
    const anas = await peer.waitFor((entry) => entry.body.user_id === peer.userId("ana"));
    expect(shown(anas)).toContain("62 % (54–70) risk");
    expect(shown(anas)).not.toContain("All customers");
    expect(shown(anas)).toContain("My customers at high risk (1)");
    await bot.clickOnHome("ana", anas, ACTION.atRiskReachedOut);
    const again = await peer.waitFor(
      (entry) =>
        entry.body.user_id === peer.userId("ana") && shown(entry).includes("Ana reached out on 9 Dec"),
    );
    expect(shown(again)).not.toContain(ACTION.atRiskReachedOut);
    await peer.waitFor(({ body }) => body.text?.startsWith("Noted. Log a touch"));
    await open("mia", "Ev2");
    const mias = await peer.waitFor((entry) => entry.body.user_id === peer.userId("mia"));
    expect(shown(mias)).toContain("All customers");
    expect(shown(mias)).toContain("Customers at high risk (1)");
    expect(shown(mias)).toContain("No customer has your e-mail address as its owner's");
  });

  describe("a mention or a direct message", () => {
    let messages = 0;
    const event = (fields: object) => ({
      type: "event_callback",
      team_id: "T000000001",
      event_id: `EvM${++messages}`,
      event: {
        ...{ type: "message", channel: "D0ANA", channel_type: "im", ts: `1796824800.00${messages}` },
        ...{ user: peer.userId("ana"), text: "acme" },
        ...fields,
      },
    });
    const tell = async (fields: object) => {
      expect((await bot.send.event(event(fields))).status).toBe(200);
      expect(await bot.app.idle(5000)).toBe(true);
      return peer.sent;
    };

    it("in a channel gets the card in its thread, and what it is worth to its writer alone", async () => {
      const channel = peer.channelId("sales");
      const mention = { type: "app_mention", text: "<@UBOT> <http://acme.com|acme.com>", channel };
      const [card, worth, ...more] = await tell(mention);
      expect(more).toEqual([]);
      expect(card?.method).toBe("chat.postMessage");
      const { thread_ts } = card?.body ?? {};
      expect(card?.body).toMatchObject({ channel, thread_ts: expect.stringMatching(/^1796824800/) });
      expect(card && shown(card)).toContain("Acme &amp; Söhne");
      expect(card && shown(card)).not.toContain("€");
      expect(worth).toMatchObject({
        method: "chat.postEphemeral",
        body: { channel, user: peer.userId("ana"), thread_ts },
      });
      expect(worth && shown(worth)).toContain("€2,500");
      peer.clear();
      await tell({ ...mention, thread_ts: "1796824700.000001" });
      expect(peer.sent.map(({ body }) => body.thread_ts)).toEqual(Array(2).fill("1796824700.000001"));
    });

    it("shows a card by its reader's rights, in the direct message to be kept", async () => {
      const [card] = await tell({});
      expect(card?.method).toBe("chat.postMessage");
      expect(card?.body.channel).toBe(peer.userId("ana"));
      expect(card && shown(card)).toContain("€2,500");
      peer.clear();
      const [bens] = await tell({ user: peer.userId("ben") });
      expect(bens && shown(bens)).toContain("Acme");
      expect(bens && shown(bens)).not.toContain("€2,500");
    });

    it.each([
      ["a greeting, with what the bot can do", "Hi!", /What \/customer can do.*direct message/s],
      ["nobody, with what to type", "zzyzx", /I know no customer “zzyzx”.*\/customer help/s],
      ["a form, by a button that opens it", "cost add acme", /\/customer cost add acme.*command\.ask/s],
      ["a slip of the pen, with what was meant", "segmnts by rfm", /Did you mean.*segments by rfm/s],
    ])("answers %s", async (_what, text, expected) => {
      const [answer] = await tell({ text });
      expect(answer && shown(answer)).toMatch(expected);
    });

    it("offers the choice where several customers fit", async () => {
      await addCustomer(database(), { name: "Acme Tools", externalId: "C-7" });
      const [answer] = await tell({ text: "acm" });
      expect(answer && shown(answer)).toMatch(/Which customer do you mean.*Acme Tools/s);
    });

    it("answers a message once however often Slack delivers it, and no bot, edit or deletion", async () => {
      const once = event({});
      await Promise.all([bot.send.event(once), bot.send.event(once)]);
      await bot.send.event({ ...once, event_id: "EvAgain" });
      expect(await bot.app.idle(5000)).toBe(true);
      expect(peer.sent).toHaveLength(1);
      peer.clear();
      await tell({ bot_id: "B1" });
      await tell({ subtype: "message_changed", user: undefined, message: { text: "acme" } });
      await tell({ subtype: "message_deleted" });
      await tell({ type: "app_mention", edited: { user: "U1", ts: "1" } });
      expect(peer.sent).toEqual([]);
      const { rows } = await database().pool.query(
        "SELECT count(*)::int AS kept FROM handled_requests WHERE id LIKE 'message:%'",
      );
      expect(rows).toEqual([{ kept: 1 }]);
    });

    it("opens the form by the button of an answer", async () => {
      const [answer] = await tell({ text: "cost add acme" });
      await bot.click("ana", answer as Sent, ACTION.ask);
      const form = await peer.waitFor((entry) => entry.body.view?.callback_id === CALLBACK.addCost);
      expect(JSON.stringify(form.body.view)).toContain('"acme"');
    });
  });

  it("lists complaints in public to whom they concern, and settles them by a click", async () => {
    await database().pool.query(
      `INSERT INTO mentions (source, external_id, customer_id, network, author, text, url, at, sentiment, sentiment_label)
       VALUES ('test', '1', $1, 'X', 'zoe', 'Broken *again* <!channel>', 'https://x.example/1', $2, -0.7, 'negative'),
         ('test', '2', NULL, '微博', '小王', '太差了', NULL, $2, -0.6, 'negative')`,
      [acme, new Date("2026-12-08T14:00:00Z")],
    );
    const list = await bot.type("ana", "mentions");
    expect(list.body).toMatchObject({ response_type: "ephemeral" });
    expect(shown(list)).toContain("2 complaints in public");
    expect(shown(list)).not.toContain("<!channel>");
    expect(shown(await bot.type("ben", "mentions"))).not.toContain("Broken");
    expect(shown(await bot.type("ana", "acme"))).toContain("Complaint in public");
    const after = await (await bot.click("ana", list, ACTION.mentionAnswered)).answer();
    expect(after.body).toMatchObject({ replace_original: true });
    expect(shown(after)).toContain("Noted: it is answered.");
    expect(shown(after)).toContain("太差了");
    const second = await (await bot.click("mia", list, ACTION.mentionAnswered)).answer();
    expect(shown(second)).toContain("Somebody was faster");
    const none = await (await bot.click("ana", after, ACTION.mentionNotNegative)).answer();
    expect(shown(none)).toContain("No complaint in public is waiting");
    expect(shown(await bot.type("ana", "acme"))).not.toContain("Complaint in public");
    expect(shown(await bot.type("ana", "advocates"))).toContain("Nobody has praised us");
  });

  it("refuses what Slack did not sign, and answers the health check", async () => {
    const body = { command: "/customer", text: "acme" };
    const forged = signatureHeaders("another secret", "x", new Date());
    expect((await bot.send.form(body, forged)).status).toBe(401);
    const encoded = new URLSearchParams(body).toString();
    const old = signatureHeaders(SIGNING_SECRET, encoded, new Date(Date.now() - 10 * MINUTE));
    expect((await bot.send.form(body, old)).status).toBe(401);
    const health = await fetch(`${bot.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    const deliver = (text: string) => fetch(`${bot.url}/hooks/nobody`, { method: "POST", body: text });
    const answers = await Promise.all([deliver("{}"), deliver("x".repeat(1_000_001))]);
    expect(answers.map(({ status }) => status)).toEqual([404, 413]);
    expect(await answers[0]?.text()).toBe("");
    bot.logged.length = 0;
  });

  it("gives a reference that stands in the log when something breaks", async () => {
    await database().pool.query("ALTER TABLE customers RENAME TO customers_away");
    try {
      const answer = await bot.type("ana", "acme");
      const reference = /reference ([0-9a-f]{8})/.exec(answer.body.text)?.[1];
      expect(bot.logged.map(({ fields }) => fields.reference)).toContain(reference);
    } finally {
      await database().pool.query("ALTER TABLE customers_away RENAME TO customers");
      bot.logged.length = 0;
    }
  });

  it("joins two customers by a button, once, takes it back, and leaves that to managers and operations", async () => {
    const twin = await addCustomer(database(), { name: "Acme & Soehne", externalId: "B-9" });
    await database().pool.query("UPDATE customers SET source = 'billing' WHERE id = $1", [twin]);
    await findDuplicates({ ...createStore(database()), clock: () => now });
    expect(shown(await bot.type("ben", "duplicates"))).not.toContain("Soehne");
    const list = await bot.type("mia", "duplicates");
    expect(shown(list)).toContain(
      "Acme &amp; Söhne &lt;GmbH&gt; (test C-1042) and Acme &amp; Soehne (billing B-9)",
    );

    const press = async (action: string, message: Sent) =>
      (await bot.click("mia", message, `${action}:0`)).answer();
    const joined = await press(ACTION.duplicateJoin, list);
    expect(shown(joined)).toContain("Joined by Mia.");
    expect(shown(await press(ACTION.duplicateJoin, list))).toContain("Joined by Mia.");
    const card = shown(await bot.type("ana", "B-9"));
    expect(card).toContain("C-1042");
    expect(card).toContain("one customer from billing + test");

    expect(shown(await press(ACTION.duplicateUndo, joined))).toContain(ACTION.duplicateJoin);
    const alone = shown(await bot.type("ana", "B-9"));
    expect(alone).toContain("B-9");
    expect(alone).not.toContain("one customer from");
  });
});
