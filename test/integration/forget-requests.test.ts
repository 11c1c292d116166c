import { expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { forgetRequestsDaily } from "../../src/jobs/forget-requests-daily.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T03:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

describeOnEachDatabase("the daily tidying", (database) => {
  it("forgets deliveries of more than eight days ago and keeps those Slack may send again", async () => {
    const handledRequests = handledRequestStore(database());
    await handledRequests.claim("old", hoursAgo(8 * 24 + 1));
    await handledRequests.claim("recent", hoursAgo(7 * 24));
    const job = forgetRequestsDaily(bindFlows({ handledRequests, clock: () => NOW }), "UTC");
    const due = { period: "2026-11-22", day: "2026-11-22", timeZone: "UTC" };
    expect(await job.run(due)).toEqual({ kind: "done", figures: { forgotten: 1 } });
    expect(await handledRequests.claim("recent", NOW)).toBe(false);
    expect(await handledRequests.claim("old", NOW)).toBe(true);
  });
});
