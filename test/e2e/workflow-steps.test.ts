import { beforeEach, expect, it } from "vitest";
import { slackStepEnds } from "../../src/delivery/slack-step-ends.ts";
import { tellSteps } from "../../src/delivery/tell-steps.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { BOT_TOKEN, type SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnEachDatabase("steps of workflows", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      [peer, bot] = [startedPeer, startedBot];
    },
  );
  let acme: number;
  let modelId: number;
  let logged: object[];
  const store = () => createStore(database());
  /** What the bot's ticks do, at a moment. */
  const tick = async (at = NOW) => {
    const clock = () => at;
    await bindFlows({ ...store(), clock }).endWaits();
    const ends = slackStepEnds({ token: BOT_TOKEN, slackApiUrl: peer.apiUrl });
    const log = { error: (fields: object) => void logged.push(fields) };
    return tellSteps({ ...store(), ends, clock, log });
  };
  let events = 0;
  const run = async (step: string, inputs: object, executionId = `Fx${++events}`) => {
    const event = {
      type: "function_executed",
      function: { id: "Fn1", callback_id: step, title: step },
      ...{ inputs, function_execution_id: executionId, workflow_execution_id: "Wx1", event_ts: "1.0" },
    };
    const body = { type: "event_callback", team_id: "T000000001", event_id: `EvF${++events}`, event };
    expect((await bot.send.event(body)).status).toBe(200);
    expect(await bot.app.idle(5000)).toBe(true);
    return executionId;
  };
  const ends = () =>
    peer.sent
      .filter(({ method }) => method.startsWith("functions."))
      .map(({ method, body }) => [method.replace("functions.complete", ""), body.outputs ?? body.error]);
  const ana = () => peer.userId("ana");

  beforeEach(async () => {
    peer.clear();
    logged = [];
    modelId = await addModel(database());
    acme = await addCustomer(database(), {
      ...{ name: "Acme <!channel>", externalId: "C-1042", ownerEmail: "ana@example.com" },
      ...{ monthlyRevenueMinor: 250_000, startedOn: "2025-01-20", renewsOn: "2027-01-20" },
    });
    await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
  });

  it("look a customer up, without amounts and without what could ping anybody", async () => {
    await run("look_up_customer", { customer: "C-1042", user: ana() });
    expect(await tick()).toBe(1);
    const [[kind, outputs]] = ends() as [[string, Record<string, unknown>]];
    expect(kind).toBe("Success");
    expect(outputs).toEqual({
      customer_id: `#${acme}`,
      customer_name: "Acme ‹!channel›",
      risk: "62 % risk of leaving, scored from data up to 9 Dec 2026",
      risk_percent: 62,
      owner_name: "Ana",
      renews_on: "2027-01-20",
    });
    expect(JSON.stringify(outputs)).not.toMatch(/2.?500/);
    // Though it runs for the owner, nobody saw an amount.
    expect((await database().pool.query("SELECT FROM money_reads")).rowCount).toBe(0);
  });

  it("take nobody for whom a misspelt name may mean", async () => {
    await addCustomer(database(), { name: "Globex" });
    await run("look_up_customer", { customer: "Globxe", user: ana() });
    await tick();
    expect(ends()).toEqual([["Error", expect.stringContaining("No customer is called Globxe")]]);
  });

  it("say it in the language of whoever the workflow runs for", async () => {
    await run("look_up_customer", { customer: "C-1042", user: ana() });
    await database().pool.query("UPDATE members SET locale = 'zh-TW' WHERE slack_user_id = $1", [ana()]);
    await tick();
    const [[, outputs]] = ends() as [[string, Record<string, unknown>]];
    expect(outputs.risk).toContain("流失風險 62%");
  });

  it("log a touch once, however often Slack sends it, and tell Slack once", async () => {
    const inputs = {
      ...{ customer: `#${acme}`, user: ana(), channel: "Phone", outcome: "reached", minutes: "15" },
      note: "They call back",
    };
    const id = await run("log_touch", inputs);
    await run("log_touch", inputs, id);
    await tick();
    await run("log_touch", inputs, id);
    await tick(new Date(NOW.getTime() + 3_600_000));
    expect(ends()).toEqual([["Success", { customer_id: `#${acme}`, result: "The touch is logged." }]]);
    const { rows } = await database().pool.query("SELECT member_id, channel, note FROM touches");
    expect(rows).toEqual([{ member_id: ana(), channel: "phone", note: "They call back" }]);
    const audit = await database().pool.query(
      "SELECT actor, customer_id, details FROM audit_events WHERE action = 'workflow-step.ended'",
    );
    expect(audit.rows).toEqual([
      { actor: ana(), customer_id: acme, details: { step: "log_touch", ended: "done" } },
    ]);
  });

  it.each([
    [
      "nobody of that name",
      "look_up_customer",
      { customer: "Nobody Ltd" },
      "No customer is called Nobody Ltd.",
    ],
    ["no customer", "look_up_customer", {}, "Say which customer"],
    ["a percentage that is none", "await_risk", { customer: "C-1042", percent: 120 }, "from 1 to 99"],
    ["too long a wait", "await_risk", { customer: "C-1042", percent: 50, days: 91 }, "from 1 to 90"],
    [
      "another word",
      "log_touch",
      { customer: "C-1042", channel: "pigeon", outcome: "reached", minutes: 1 },
      "one of these words: phone",
    ],
    ["a step of another version", "make_coffee", {}, "does not know the step"],
  ])("end with a plain error for %s", async (_, step, inputs, error) => {
    await run(step, { user: ana(), ...inputs });
    await tick();
    expect(ends()).toEqual([["Error", expect.stringContaining(error)]]);
  });

  it("do nothing on behalf of whoever is no member, or of nobody", async () => {
    await run("look_up_customer", { customer: "C-1042", user: "U0STRANGER" });
    await run("look_up_customer", { customer: "C-1042" });
    await tick();
    const errors = ends().map(([kind, error]) => [kind, String(error)]);
    expect(errors.map(([kind]) => kind)).toEqual(["Error", "Error"]);
    expect(errors.map(([, error]) => error)).toEqual(
      expect.arrayContaining([expect.stringContaining("On behalf of")]),
    );
    expect(JSON.stringify(errors)).not.toContain("62");
    // That Slack knows nobody of that id stands in the log.
    bot.logged.length = 0;
  });

  it("wait over restarts until the risk crosses the percentage, and say which way", async () => {
    await run("await_risk", { customer: "C-1042", user: ana(), percent: 50 });
    await tick();
    expect(ends()).toEqual([]);
    await addScore(database(), acme, { asOf: "2026-12-10T04:00:00Z", probability: 0.5, modelId });
    await tick();
    expect(ends()).toEqual([]);
    await addScore(database(), acme, { asOf: "2026-12-11T04:00:00Z", probability: 0.44, modelId });
    await tick();
    await tick();
    const outputs = {
      ...{ customer_id: `#${acme}`, customer_name: "Acme ‹!channel›" },
      ...{ risk_percent: 44, direction: "fell" },
    };
    expect(ends()).toEqual([["Success", outputs]]);
  });

  it("stop waiting after their days, with a plain word", async () => {
    await run("await_risk", { customer: "C-1042", user: ana(), percent: 80, days: 2 });
    await tick(new Date("2026-12-11T13:59:00Z"));
    expect(ends()).toEqual([]);
    await tick(new Date("2026-12-11T14:00:00Z"));
    expect(ends()).toEqual([["Error", expect.stringContaining("the risk did not cross 80 % up to 11 Dec")]]);
  });

  it("tell again what Slack did not take, and not what it no longer waits for", async () => {
    await run("look_up_customer", { customer: "C-1042", user: ana() });
    peer.refuseNext("functions.completeSuccess", "internal_error");
    expect(await tick()).toBe(0);
    expect(await tick()).toBe(0);
    expect(ends()).toHaveLength(1);
    peer.refuseNext("functions.completeSuccess", "execution_not_in_running_state");
    await tick(new Date(NOW.getTime() + 5 * 60_000));
    await tick(new Date(NOW.getTime() + 50 * 60_000));
    expect(ends()).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  it("end with an error where Slack does not take what was found", async () => {
    await run("look_up_customer", { customer: "C-1042", user: ana() });
    peer.refuseNext("functions.completeSuccess", "parameter_validation_failed");
    await tick();
    expect(ends().map(([kind]) => kind)).toEqual(["Success", "Error"]);
    expect(logged).toEqual([{ executionId: expect.any(String), error: "parameter_validation_failed" }]);
  });
});
