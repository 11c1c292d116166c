import { expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { forgetRequestsDaily } from "../../src/jobs/forget-requests-daily.ts";
import { askedBeforeStore } from "../../src/store/asking/asked-before.ts";
import { agentActionStore } from "../../src/store/customers/agent-actions.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { receiptStore } from "../../src/store/messages/receipts.ts";
import { requestTraceStore } from "../../src/store/messages/request-traces.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-22T03:00:00Z");
const SNOOZE = { kind: "snooze", untilDay: "2026-12-01", timeZone: "UTC" } as const;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

describeOnEachDatabase("the daily tidying", (database) => {
  it("forgets deliveries of more than eight days ago and keeps those Slack may send again", async () => {
    const handledRequests = handledRequestStore(database());
    await handledRequests.claim("old", hoursAgo(8 * 24 + 1));
    await handledRequests.claim("recent", hoursAgo(7 * 24));
    const askedBefore = askedBeforeStore(database());
    const others = {
      requestTraces: requestTraceStore(database()),
      receipts: receiptStore(database()),
      askedBefore,
      agentActions: agentActionStore(database()),
    };
    const job = forgetRequestsDaily(bindFlows({ handledRequests, ...others, clock: () => NOW }), "UTC");
    const due = { period: "2026-11-22", day: "2026-11-22", timeZone: "UTC" };
    expect(await job.run(due)).toEqual({ kind: "done", figures: { forgotten: 1 } });
    expect(await handledRequests.claim("recent", NOW)).toBe(false);
    expect(await handledRequests.claim("old", NOW)).toBe(true);
  });

  it("forgets what was asked once no question goes on from it", async () => {
    const askedBefore = askedBeforeStore(database());
    const ana = { conversation: "D1", memberId: "U1" };
    await askedBefore.note(ana, { intent: "card", customerId: 1, at: hoursAgo(49) });
    await askedBefore.note({ ...ana, memberId: "U2" }, { intent: "card", customerId: 1, at: hoursAgo(47) });
    const others = {
      requestTraces: requestTraceStore(database()),
      receipts: receiptStore(database()),
      agentActions: agentActionStore(database()),
    };
    const handledRequests = handledRequestStore(database());
    await bindFlows({ handledRequests, ...others, askedBefore, clock: () => NOW }).forgetRequests();
    const { rows } = await database().pool.query("SELECT member_id FROM asked_before");
    expect(rows).toEqual([{ member_id: "U2" }]);
  });

  it("forgets how attempts and requests ended after 90 days", async () => {
    const [requestTraces, receipts] = [requestTraceStore(database()), receiptStore(database())];
    const request = { id: "command:T1", what: "/customer", userId: "U1" };
    await requestTraces.failed(request, "0000000a", hoursAgo(90 * 24 + 1));
    await requestTraces.failed(request, "0000000b", hoursAgo(90 * 24 - 1));
    await database().pool.query(
      `INSERT INTO delivery_attempts (message_key, attempt, ended_at, outcome) VALUES ('k', 1, $1, 'failed'), ('k', 2, $2, 'posted')`,
      [hoursAgo(90 * 24 + 1), hoursAgo(90 * 24 - 1)],
    );
    const handledRequests = handledRequestStore(database());
    const agentActions = agentActionStore(database());
    const shown = { caller: "token:1", customerId: 1, action: SNOOZE };
    await agentActions.keep({ ...shown, id: "old", shownAt: hoursAgo(25) });
    await agentActions.keep({ ...shown, id: "recent", shownAt: hoursAgo(23) });
    const askedBefore = askedBeforeStore(database());
    const kept = { handledRequests, requestTraces, receipts, askedBefore, agentActions };
    const bound = bindFlows({ ...kept, clock: () => NOW });
    await bound.forgetRequests();
    expect(await agentActions.find("old", "token:1")).toBeNull();
    expect(await agentActions.find("recent", "token:1")).toMatchObject({ action: SNOOZE });
    const failures = await requestTraces.failuresOf(request.id);
    expect(failures.map(({ reference }) => reference)).toEqual(["0000000b"]);
    expect((await receipts.attemptsOf("k")).map(({ attempt }) => attempt)).toEqual([2]);
  });
});
