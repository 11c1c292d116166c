import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { DEMO_SEED } from "../../src/demo/demo-data.ts";
import { DEMO_TEAM } from "../../src/demo/team.ts";
import { weekOf } from "../../src/domain/calendar.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import type { ScoreCustomersResult } from "../../src/flows/risk/scoring/score-customers.ts";
import { TEAM_CHANNEL } from "../../src/local-workspace/seed.ts";
import { describeOnOneDatabase, emptyTables } from "../support/databases.ts";
import { quickModel } from "../support/shared-model.ts";

const STARTED_AT = new Date("2026-11-26T07:00:00Z");
const FIRST_MONDAY = new Date("2026-11-30T08:30:00Z");
/** `DEMO_WEEKS=8 npx vitest run test/integration/demo-weeks.test.ts` looks at two months. */
const WEEKS = Number(process.env.DEMO_WEEKS ?? 3);
const REPS = DEMO_TEAM.filter(({ role }) => role === "rep");
const ZONES = [...new Set(REPS.map(({ timeZone }) => timeZone))];

type Sent = { readonly nudged: ReadonlySet<string>; readonly digest: unknown };
type Week = Sent & { readonly scored: ScoreCustomersResult };

describeOnOneDatabase("weeks of the demo that lives on", (database) => {
  let now = STARTED_AT;
  let app: App;
  const weeks: Week[] = [];

  beforeAll(async () => {
    await emptyTables(database());
    const config = parseConfig({ LOG_LEVEL: "fatal" });
    app = composeApp(config, database(), { clock: () => now, model: quickModel });
    const { flows } = app;
    await flows.loadDemo({ seed: DEMO_SEED, asOf: now, customers: 600 });
    await app.store.channelSettings.save({ ...TEAM_CHANNEL, updatedAt: now });
    await flows.trainModel({ asOf: now, horizonDays: 90, seed: 1 });
    const liveUntil = async (moment: Date) => {
      now = moment;
      await flows.liveDemo({ seed: DEMO_SEED, atLeastMs: 0 });
    };
    const planNudges = async () => {
      for (const timeZone of ZONES) await flows.planNudges({ day: dayOf(now), timeZone });
    };
    for (let week = 0; week < WEEKS; week += 1) {
      const monday = daysAfter(FIRST_MONDAY, 7 * week);
      await liveUntil(monday);
      const { scoring } = await flows.readAsOf();
      expect(scoring).toEqual(now);
      const scored = await flows.scoreCustomers({ asOf: scoring });
      await planNudges();
      const ended = weekOf(dayOf(daysAfter(now, -7)));
      await flows.sendDigest({ week: ended, timeZone: TEAM_CHANNEL.timeZone });
      await liveUntil(daysAfter(monday, 3));
      await planNudges();
      weeks.push({ ...(await readSent(app, monday)), scored });
    }
  }, 120_000);
  afterAll(() => app.close());

  it("no week is without a nudge for every rep", () => {
    for (const { nudged } of weeks)
      expect(REPS.map(({ slackUserId }) => slackUserId).filter((id) => !nudged.has(id))).toEqual([]);
  });

  it("no two Mondays have the same digest", () => {
    const digests = weeks.map(({ digest }) => JSON.stringify(digest));
    expect(new Set(digests).size).toBe(WEEKS);
  });

  it("nobody's data count as stopped: everybody is scored anew", () => {
    for (const { scored } of weeks) expect(scored).toMatchObject({ kind: "scored", stopped: [], kept: 0 });
  });
});

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

async function readSent({ database }: App, monday: Date): Promise<Sent> {
  const { rows: nudges } = await database.pool.query<{ member: string }>(
    "SELECT DISTINCT member_id AS member FROM suggestions WHERE kind = 'nudge' AND created_at BETWEEN $1 AND $2",
    [monday, daysAfter(monday, 3)],
  );
  const { rows: digests } = await database.pool.query<{ message: object }>(
    "SELECT message - 'week' - 'basis' AS message FROM outbox WHERE key LIKE 'digest:%' AND created_at = $1",
    [monday],
  );
  return {
    nudged: new Set(nudges.map(({ member }) => member)),
    digest: digests[0]?.message,
  };
}
