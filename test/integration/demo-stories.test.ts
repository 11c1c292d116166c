import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { ACME, BIRTHDAY_VIP, GLOBEX, INITECH } from "../../src/demo/story-cast.ts";
import { STORY_OWNER } from "../../src/demo/team.ts";
import { describeOnOneDatabase, emptyTables } from "../support/databases.ts";
import { quickModel } from "../support/shared-model.ts";

/** A Thursday; the first mornings after it are of a Thursday, a Friday and a Monday. */
const STARTED_AT = new Date("2026-11-26T07:00:00Z");
const MORNINGS = ["2026-11-26T08:30:00Z", "2026-11-27T08:30:00Z", "2026-11-30T08:30:00Z"];

describeOnOneDatabase("the four stories of the demo", (database) => {
  let now = STARTED_AT;
  let app: App;
  let told: readonly string[] = [];

  beforeAll(async () => {
    // As in the local workspace: nobody is held out.
    const config = { ...parseConfig({ LOG_LEVEL: "fatal" }), holdOut: null };
    await emptyTables(database());
    app = composeApp(config, database(), { clock: () => now, model: quickModel });
    const { flows } = app;
    await flows.loadDemo({ seed: DEMO_SEED, asOf: now, customers: 600 });
    await flows.trainModel({ asOf: now, horizonDays: 90, seed: 1 });
    for (const morning of MORNINGS) {
      now = new Date(morning);
      await flows.liveDemo({ seed: DEMO_SEED, atLeastMs: 0 });
      await flows.scoreCustomers({ asOf: now });
      await flows.planNudges({ day: morning.slice(0, 10), timeZone: STORY_OWNER.timeZone });
    }
    const { rows } = await app.database.pool.query<{ told: string }>(
      `SELECT c.external_id || ' ' || s.playbook AS told FROM suggestions s JOIN customers c ON c.id = s.customer_id
       WHERE s.kind = 'nudge' AND s.member_id = $1 ORDER BY s.id`,
      [STORY_OWNER.slackUserId],
    );
    told = rows.map((row) => row.told);
  }, 240_000);
  afterAll(() => app.close());

  it.each([
    [ACME, "solve-ticket"],
    [GLOBEX, "follow-up-delivery"],
    [INITECH, "confirm-fix"],
    [BIRTHDAY_VIP, "congratulate"],
  ])("tells $name's in a nudge of the first three mornings", ({ externalId }, playbook) => {
    expect(told).toContain(`${externalId} ${playbook}`);
  });
});
