import { beforeEach, expect, it } from "vitest";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { Sent, SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";
import { aProgramme } from "../unit/domain/value/loyalty/points-given.ts";

const now = new Date("2026-11-23T09:00:00Z");

/** 500 customers by contract for over a year; the CRM's 50,000 a year for all (A6), gifts of 20 for Acme (A5). */
async function writeFile({ pool }: Database): Promise<void> {
  await pool.query(`
    INSERT INTO customers (source, external_id, name, owner_email, segment, currency, monthly_revenue_minor, started_on,
      search_keys, search_text)
    SELECT 'crm', 'C-' || n, CASE n WHEN 1 THEN 'Acme' WHEN 2 THEN 'Low Cost' ELSE 'Customer ' || n END,
      CASE WHEN n = 1 THEN 'ana@example.com' ELSE 'ben@example.com' END, CASE WHEN n <= 50 THEN 'VIP' ELSE 'Small' END,
      'USD', 10000, '2025-01-01',
      ARRAY[CASE n WHEN 1 THEN 'acme' WHEN 2 THEN 'low cost' ELSE 'customer ' || n END],
      CASE n WHEN 1 THEN 'acme' WHEN 2 THEN 'low cost' ELSE 'customer ' || n END
    FROM generate_series(1, 500) AS n`);
  await pool.query(`
    INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to, driver)
    VALUES ('ledger', 'crm', 'tools', 'indirect', 5000000, 'USD', '2025-11-01', '2026-10-31', 'all', 'equal'),
      ('ledger', 'gifts', 'goods', 'direct', 2000, 'USD', '2025-11-01', '2026-10-31', 'customer:C-1', 'equal')`);
}

describeOnOneDatabase("costs in Slack", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  const shown = (message: Sent) => JSON.stringify(message.body);

  withBotInSlack(
    database,
    () => now,
    (...both) => {
      [peer, bot] = both;
    },
  );
  beforeEach(async () => {
    peer.clear();
    await writeFile(database());
  });

  it("show one customer's to its owner, with the division behind it on request: 50,000 ÷ 500 = 100", async () => {
    const answer = await bot.type("ana", "acme cost");
    expect(shown(answer)).toContain("$120.00 = $20.00 direct + $100.00 indirect");
    const divided = await bot.click("ana", answer, ACTION.costDivisions);
    expect(shown(await divided.answer())).toContain("÷ 500 customers = $100.00");
  });

  it("show the rows of one customer's to its owner, as a file in the direct message, too", async () => {
    const answer = await bot.type("ana", "acme cost");
    const rows = shown(
      await (await bot.click("ana", answer, `${ACTION.customerRows}:profitability`)).answer(),
    );
    expect(rows).toContain("Contract, $100.00 a month");
    expect(rows).toContain("÷ 500 customers");
    expect(rows).toContain("add up to the figure: $1,080.00");
    expect(rows).toContain("in your direct message with me");
  });

  it("tell nothing of another's customer to a rep, and find one whose name ends in “Cost”", async () => {
    expect((await bot.type("ana", "customer 3 cost")).body.text).toContain("Only the account owner");
    expect(shown(await bot.type("mia", "low cost"))).toContain("Low Cost");
  });

  it("show a year by segment to a manager: the total, each division, table and chart", async () => {
    const text = shown(await bot.type("mia", "costs 2026-10 by segment"));
    expect(text).toContain("October 2026");
    expect(text).toContain("data_table");
    expect(text).toContain("data_visualization");
    expect(text).toMatch(/÷ 500/);
  });

  it("show what one row of it is made of to whoever chooses it", async () => {
    const report = await bot.type("mia", "costs 2026-10 by segment");
    const chosen = await bot.click("mia", report, `${ACTION.figureRows}:of-row`, "sales", "VIP");
    const rows = shown(await chosen.answer());
    expect(rows).toContain("Segment VIP: what the cost of keeping customers is made of");
    // 31 days of the CRM: 849 for each of 500 and 138 left over, which go to the first; and of the gifts, all for Acme.
    expect(rows).toContain("add up to the figure: $426.55");
    expect(rows).toContain("1,550 of 15,500 customer days");
  });

  it("show no money to reps, nor where another organisation reads", async () => {
    for (const asked of ["costs", "segments"]) {
      expect((await bot.type("ana", asked)).body.text).toContain("is for managers and operations");
      expect((await bot.type("mia", asked, "partners")).body.text).toContain("say nothing about customers");
    }
    expect((await bot.type("ana", "acme cost", "partners")).body.text).toContain(
      "say nothing about customers",
    );
  });

  it("say how to ask where the question cannot be read", async () => {
    expect((await bot.type("mia", "costs fortnight")).body.text).toContain(
      "/customer costs quarter by owner",
    );
    expect((await bot.type("mia", "segments by colour")).body.text).toContain("`value-tier`");
  });

  it("divide customers into segments with their cost", async () => {
    const text = shown(await bot.type("mia", "segments by segment"));
    expect(text).toContain("VIP");
    expect(text).toContain("500 customers");
  });

  it("show points, and redeem them in a form: once, never more than there are", async () => {
    expect(shown(await bot.type("ana", "acme points"))).toContain("No loyalty programme is set");
    const { id, validFrom, ...rules } = aProgramme();
    await createStore(database()).loyalty.state(rules, validFrom, { by: "U1", at: now });
    await database().pool.query(`
      INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      SELECT 'shop', '1001', id, 'order', '2026-11-02', 25000, 'EUR' FROM customers WHERE name = 'Acme'`);
    const points = await bot.type("ana", "acme points");
    expect(shown(points)).toContain("250 points, worth €2.50");
    expect(shown(points)).toContain("earned by 1001");
    expect(shown(points)).not.toContain(ACTION.pointsAdjust);
    await bot.click("ana", points, ACTION.pointsRedeem);
    const form = await peer.waitFor(({ body }) => body.view?.callback_id === CALLBACK.redeemPoints);
    const typed = (count: string, what: string) => ({
      [FIELD.points]: { value: count },
      [FIELD.pointsReason]: { value: what },
    });
    expect(await bot.submit("ana", form.body.view, typed("251", " "))).toMatchObject({
      errors: {
        [FIELD.points]: expect.stringContaining("They have 250"),
        [FIELD.pointsReason]: expect.any(String),
      },
    });
    const sent = [1, 2].map(() =>
      bot.submit("ana", form.body.view, typed("２００", "礼品卡 <25>"), "V-points"),
    );
    expect(await Promise.all(sent)).toEqual([null, null]);
    const done = await peer.waitFor(({ body }) =>
      JSON.stringify(body).includes("Redeemed 200 points, worth €2.00"),
    );
    expect(shown(done)).toContain("50 points, worth €0.50");
    expect(shown(done)).toContain("礼品卡 &lt;25&gt;");
    const card = shown(await bot.type("ana", "acme"));
    expect(card).toContain("50 points, 50 expire after 2 Nov 2027");
  });

  it("show points of another's customer to a rep without what they are worth, and let managers adjust", async () => {
    const { id, validFrom, ...rules } = aProgramme();
    await createStore(database()).loyalty.state(rules, validFrom, { by: "U1", at: now });
    const asRep = shown(await bot.type("ana", "customer 3 points"));
    expect(asRep).toContain("no order since the programme began");
    expect(asRep).not.toContain("worth");
    expect(asRep).not.toContain(ACTION.pointsRedeem);
    const points = await bot.type("mia", "customer 3 points");
    await bot.click("mia", points, ACTION.pointsAdjust);
    const form = await peer.waitFor(({ body }) => body.view?.callback_id === CALLBACK.adjustPoints);
    const typed = { [FIELD.points]: { value: "+40" }, [FIELD.pointsReason]: { value: "a late parcel" } };
    expect(await bot.submit("mia", form.body.view, typed)).toBeNull();
    const done = await peer.waitFor(({ body }) =>
      JSON.stringify(body).includes("Adjusted by +40: a late parcel"),
    );
    expect(shown(done)).toContain("40 points");
    expect((await bot.type("mia", "acme points", "partners")).body.text).toContain(
      "say nothing about customers",
    );
  });
});
