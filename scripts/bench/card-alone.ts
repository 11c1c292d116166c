// Cards one after the other with nothing beside: processor milliseconds a card, by thread, as it is explained for the first time
// and again. Prints one JSON line. Takes the options of bench-database.ts; of a native server only our own threads are counted.
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { MS_PER_DAY } from "../../src/domain/clock.ts";
import type { Member } from "../../src/domain/customer.ts";
import { type BenchDatabase, runOnBenchDatabase } from "./bench-database.ts";
import { LOG_END } from "./generate-activities.ts";
import { processorSeconds, threadSeconds } from "./processor-seconds.ts";

/** Code is compiled and plans are kept after some. */
const TO_WARM_UP = 20;
const CARDS = 100;
const MEMBER: Member = { slackUserId: "U1", name: "Sam", email: null, role: "manager", timeZone: "UTC" };

await runOnBenchDatabase(async ({ name, database, log }: BenchDatabase) => {
  const app = composeApp({ ...parseConfig({ LOG_LEVEL: "error" }), health: null }, database, {
    clock: () => LOG_END,
  });
  const trained = await app.flows.trainModel({ asOf: LOG_END, horizonDays: 90, seed: 1 });
  if (trained.kind !== "trained") throw new Error(trained.reason.code);
  await app.flows.scoreCustomers({ asOf: new Date(LOG_END.getTime() - MS_PER_DAY) });
  await app.flows.pairProducts({ asOf: LOG_END });
  const found = await database.pool.query<{ id: number }>("SELECT id FROM customers ORDER BY id LIMIT $1", [
    TO_WARM_UP + CARDS,
  ]);
  const ids = found.rows.map(({ id }) => id);
  const show = async (customerIds: readonly number[]) => {
    const [startedAt, spent, byThread] = [performance.now(), processorSeconds(), threadSeconds()];
    for (const customerId of customerIds) {
      const request = { customerId, member: MEMBER, audience: "everyone", place: "direct" } as const;
      await app.flows.loadCustomerCard(request);
    }
    const [ms, all, threads] = [performance.now() - startedAt, spent(), byThread()];
    const each = (seconds: number) => Math.round((seconds * 10_000) / customerIds.length) / 10;
    return {
      ms: each(ms / 1000),
      processorMs: { all: each(all), main: each(threads?.main ?? 0), busiest: each(threads?.busiest ?? 0) },
    };
  };
  await show(ids.slice(0, TO_WARM_UP));
  const cards = ids.slice(TO_WARM_UP);
  const [first, again] = [await show(cards), await show(cards)];
  await app.model.close();
  const size = { database: name, ...log, cards: cards.length };
  process.stdout.write(`${JSON.stringify({ bench: "card-alone", ...size, first, again })}\n`);
});
