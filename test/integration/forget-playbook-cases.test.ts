import { expect, it } from "vitest";
import { daysAfter } from "../../src/domain/clock.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { forgetPlaybookCasesDaily } from "../../src/jobs/forget-playbook-cases-daily.ts";
import { KEPT_DAYS, playbookCaseStore } from "../../src/store/outreach/playbook-cases.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-11-22T03:00:00Z");

describeOnEachDatabase("cases of playbooks", (database) => {
  const add = async (customerId: number, daysAgo: readonly number[]) =>
    playbookCaseStore(database()).record(
      daysAgo.map((days) => ({
        customerId,
        playbook: "check-in",
        occasion: `${days} days ago`,
        kind: "nudge",
        at: daysAfter(NOW, -days),
        passedOver: "cooldown",
        suggestionKey: null,
      })),
    );
  const kept = async () =>
    (await database().pool.query("SELECT occasion FROM playbook_cases ORDER BY eligible_at")).rows.map(
      ({ occasion }) => occasion,
    );

  it("are forgotten once no study of a year and the year after reaches back to them", async () => {
    await add(await fileRows(database()).customer("Acme"), [KEPT_DAYS + 1, KEPT_DAYS, 731, 1]);
    const playbookCases = playbookCaseStore(database());
    const job = forgetPlaybookCasesDaily(bindFlows({ playbookCases, clock: () => NOW }), "UTC");
    const due = { period: "2026-11-22", day: "2026-11-22", timeZone: "UTC" };
    expect(await job.run(due)).toEqual({ kind: "done", figures: { forgotten: 1 } });
    expect(await kept()).toEqual([`${KEPT_DAYS} days ago`, "731 days ago", "1 days ago"]);
    expect(await job.run(due)).toEqual({ kind: "done", figures: { forgotten: 0 } });
  });

  it("are forgotten a few at a time until none is left, whether or not the last few are fewer", async () => {
    const acme = await fileRows(database()).customer("Acme");
    for (const count of [7, 6]) {
      await add(acme, [1, ...Array.from({ length: count }, (_, i) => KEPT_DAYS + 1 + i)]);
      expect(await playbookCaseStore(database()).forgetOld(NOW, 3)).toBe(count);
      expect(await kept()).toEqual(["1 days ago"]);
    }
  });
});
