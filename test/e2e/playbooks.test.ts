import { beforeEach, expect, it } from "vitest";
import { ACTION } from "../../src/slack/ids.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { Sent } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

describeOnOneDatabase("what a manager reads of nudges", (database) => {
  let bot: SlackBot;
  let now = new Date("2026-12-09T09:00:00Z");
  withBotInSlack(
    database,
    () => now,
    (_peer, running) => {
      bot = running;
    },
  );
  const shown = (sent: Sent) => JSON.stringify(sent.body.blocks);

  /** Twelve nudges of last quarter: the six with the higher risk left, the others bought again and nobody acted. */
  beforeEach(async () => {
    now = new Date("2026-12-09T09:00:00Z");
    await database().pool.query(
      `WITH made AS (
         INSERT INTO customers (id, source, external_id, name) SELECT id, 't', id::text, '台灣客戶 <' || id || '>' FROM generate_series(1, 12) AS id
       ), bought AS (
         INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
         SELECT 't', id::text, id, 'order', '2026-08-20', 100, 'EUR' FROM generate_series(1, 8) AS id
       )
       INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, probability, status, created_at)
       SELECT 'n' || id, 'nudge', id, 'check-in', '{}', '{}', CASE WHEN id > 6 THEN 0.7 ELSE 0.55 END, 'closed',
         '2026-08-10T08:00:00Z' FROM generate_series(1, 12) AS id`,
    );
  });

  it("is this quarter on one screen, and last quarter by a button", async () => {
    const current = await bot.type("mia", "playbooks");
    expect(shown(current)).toContain("No nudges in Q4 2026 so far.");
    const before = await (await bot.click("mia", current, ACTION.playbooksQuarter)).answer();
    expect(shown(before)).toContain("Nudges of Q3 2026");
    expect(shown(before)).toContain("12 sent · 0 acted on");
    expect(shown(before)).toContain("4 of 12 judged right (33 %)");
    expect(shown(before)).toContain(
      "At 60 % you would have had 6, 4 of 6 judged right: `/customer threshold 60%`",
    );
    expect(before.body.text).toContain("Check-in: 12 sent");
    const earlier = await (await bot.click("mia", before, ACTION.playbooksQuarter)).answer();
    expect(shown(earlier)).toContain("No nudges in Q2 2026 so far.");
  });

  it("previews another threshold and changes nothing", async () => {
    const preview = shown(await bot.type("mia", "threshold 60%"));
    expect(preview).toContain("At 60 %, Q3 2026 would have been");
    expect(preview).toContain("6 of 12 nudges, 4 of 6 judged right (it was 4 of 12)");
    expect(preview).toContain("Nothing is changed.");
    expect(shown(await bot.type("mia", "threshold 75"))).toContain("none of 12 nudges");
    expect(shown(await bot.type("mia", "threshold 40 %"))).toContain("Nudges begin at 50 % now");
    for (const typed of ["threshold", "threshold high", "threshold 0%", "threshold 100%"])
      expect(shown(await bot.type("mia", typed))).toContain("Say the risk from which on to nudge");
    expect(shown(await bot.type("ana", "threshold 60%"))).not.toContain("nudges, ");
  });
});
