import { expect, it } from "vitest";
import { migrationStatus } from "../../src/store/database/migrate.ts";
import { jobRunStore } from "../../src/store/jobs/job-runs.ts";
import { readProcessFigures } from "../../src/store/jobs/process-figures.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_FIGURES } from "../support/process-figures.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describeOnEachDatabase("what whoever watches the process is told", (database) => {
  const read = () => readProcessFigures(database().pool, NOW);
  const addMessage = (key: string, status: string, nextAttemptAt: Date, createdAt: Date) =>
    database().pool.query(
      `INSERT INTO outbox (key, kind, recipient, message, status, next_attempt_at, created_at)
      VALUES ($1, 'digest', 'C1', '{}', $2, $3, $4)`,
      [key, status, nextAttemptAt, createdAt],
    );

  it("is nothing where there is nothing", async () => {
    expect(await read()).toEqual(NO_FIGURES);
  });

  it("is what waits in the outbox, for how long, and what failed; what was posted is no matter", async () => {
    await addMessage("due", "pending", minutes(-5), minutes(-10));
    await addMessage("now", "pending", NOW, minutes(-1));
    await addMessage("quiet", "pending", minutes(60), minutes(-30));
    await addMessage("held", "held", minutes(-60), minutes(-20));
    await addMessage("posting", "posting", minutes(-2), minutes(-2));
    await addMessage("failed", "failed", minutes(-900), minutes(-900));
    await addMessage("posted", "posted", minutes(-900), minutes(-900));
    const { outbox, deadLetters } = await read();
    expect(outbox).toEqual({ due: 2, later: 2, posting: 1, oldestAt: minutes(-30), dueSince: minutes(-5) });
    expect(deadLetters).toBe(1);
  });

  it("is what Slack delivered and is not done, and what was given up", async () => {
    const store = handledRequestStore(database());
    for (const [id, at] of [
      ["a", -9],
      ["b", -3],
      ["done", -99],
      ["given-up", -50],
    ] as const)
      await store.keep(id, {}, minutes(at));
    await store.done("done");
    await store.gaveUp("given-up", NOW);
    expect((await read()).inbox).toEqual({ waiting: 2, oldestAt: minutes(-9), givenUp: 1 });
  });

  it("is how old the newest scores are", async () => {
    const [customer, modelId] = [await addCustomer(database(), { name: "Acme" }), await addModel(database())];
    for (const asOf of ["2026-12-08T04:00:00Z", "2026-12-09T04:00:00Z"])
      await addScore(database(), customer, { asOf, probability: 0.5, modelId });
    expect((await read()).scoredUpTo).toEqual(new Date("2026-12-09T04:00:00Z"));
  });

  it("is when each job last ran to its end, by time zone", async () => {
    const runs = jobRunStore(database());
    const begin = async (period: string, at: Date) => {
      const claim = await runs.claim({ job: "digest-weekly", period }, at, at, 3);
      if (claim === null) throw new Error("The period is taken.");
      return claim;
    };
    await runs.finish(await begin("2026-W48 Europe/Berlin", minutes(-20)), "done", {}, NOW);
    await runs.finish(await begin("2026-W49 Europe/Berlin", minutes(-10)), "skipped", {}, NOW);
    await runs.fail(
      await begin("2026-W50 Europe/Berlin", minutes(-5)),
      { error: "broke", isLast: false },
      NOW,
      NOW,
    );
    await begin("2026-W50 UTC", minutes(-3));
    const { jobs } = await read();
    expect(jobs.toSorted((a, b) => a.timeZone.localeCompare(b.timeZone))).toEqual([
      { job: "digest-weekly", timeZone: "Europe/Berlin", firstAt: minutes(-20), servedAt: minutes(-10) },
      { job: "digest-weekly", timeZone: "UTC", firstAt: minutes(-3), servedAt: null },
    ]);
  });

  it("is which migrations are missing, by any connection", async () => {
    const probes = database().openProbes();
    expect((await migrationStatus({ pool: probes })).pending).toEqual([]);
    await probes.end();
  });
});
