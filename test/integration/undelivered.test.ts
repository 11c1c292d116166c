import { expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { asWritten, type Phrase, phrase } from "../../src/domain/phrase.ts";
import { alertImpossible } from "../../src/flows/messages/alert-impossible.ts";
import { alertUndelivered } from "../../src/flows/messages/alert-undelivered.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { loadHome } from "../../src/flows/outreach/load-home.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const CLV = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
const ARCHIVED = phrase("undelivered.slack.is_archived");
const SCOPE = phrase("undelivered.slack.missing_scope");

describeOnEachDatabase("messages that did not arrive", (database) => {
  const deps = (now = NOW) => ({
    ...createStore(database()),
    model: NO_MODEL,
    holidays: publicHolidays(),
    clock: () => now,
    clv: CLV,
    timeZone: "UTC",
  });
  const channel = (channelId: string, given: object = {}) =>
    deps().channelSettings.save({
      channelId,
      digest: false,
      costSummary: false,
      alerts: true,
      escalations: false,
      timeZone: "UTC",
      locale: "en",
      setBy: "U1",
      updatedAt: NOW,
      ...given,
    });
  const alerts = async () => {
    const { rows } = await database().pool.query<{ recipient: string; message: { because: Phrase } }>(
      "SELECT recipient, message FROM outbox WHERE kind = 'undelivered-alert' ORDER BY id",
    );
    return rows.map(({ recipient, message }) => [recipient, message.because.code]);
  };
  const failed = (key: string, recipient: string, error: string | null, at: Date) =>
    database().pool.query(
      `INSERT INTO outbox (key, kind, recipient, message, status, last_error, next_attempt_at, created_at, settled_at)
       VALUES ($1, 'digest', $2, '{}', 'failed', $3, $4, $4, $4)`,
      [key, recipient, error, at],
    );
  const home = async (role: Member["role"]) => {
    const member = { slackUserId: "U9", name: "Mia", email: null, role, timeZone: "UTC" };
    return (await loadHome(deps(), { member })).page.undelivered;
  };

  it("warn the alerts channels once for each cause and day, and never about a warning", async () => {
    await channel("COPS");
    const nudge = { key: "nudges:U1", kind: "nudge" } as const;
    await channel("CQUIET", { alerts: false });
    const failedIn = (recipient: string, because: Phrase) =>
      alertUndelivered(deps(), { key: `digest:${recipient}`, kind: "digest", recipient, because });
    expect(await failedIn("C1", ARCHIVED)).toBe(1);
    expect(await failedIn("C1", ARCHIVED)).toBe(0);
    expect(await failedIn("C2", ARCHIVED)).toBe(1);
    // One permission that is missing is one thing to mend, however many messages it stops.
    for (const member of ["U1", "U2", "U3"])
      await alertUndelivered(deps(), { ...nudge, recipient: member, because: SCOPE });
    // Also where it is what stopped the last of several attempts.
    const gaveUp = phrase("undelivered.gave-up", { error: SCOPE, attempts: 10 });
    await alertUndelivered(deps(), { ...nudge, recipient: "U4", because: gaveUp });
    expect(await failedIn("COPS", ARCHIVED)).toBe(0);
    const about = { key: "u", kind: "undelivered-alert", recipient: "C9", because: ARCHIVED } as const;
    expect(await alertUndelivered(deps(), about)).toBe(0);
    expect(await alerts()).toEqual([
      ["COPS", ARCHIVED.code],
      ["COPS", ARCHIVED.code],
      ["COPS", SCOPE.code],
    ]);
    expect(
      await alertUndelivered(deps(daysAgo(-1)), {
        ...{ key: "digest:C1", recipient: "C1", because: ARCHIVED },
        kind: "digest",
      }),
    ).toBe(1);
  });

  it("stand on the Home of those who steer for 14 days, newest first, and in doctor", async () => {
    await failed("old", "C1", JSON.stringify(ARCHIVED), daysAgo(14.1));
    expect(await home("manager")).toEqual({ items: [], inAll: 0 });
    const check = async () => (await checkHealth(deps())).find(({ name }) => name === "messages");
    expect(await check()).toMatchObject({ status: "ok" });
    await fileRows(database()).member("U1", "ana@example.com");
    await failed("a", "U1", JSON.stringify(SCOPE), daysAgo(13.9));
    await failed("b", "C1", JSON.stringify(asWritten("is_archived: The channel is archived.")), daysAgo(1));
    await failed("c", "C1", null, daysAgo(2));
    expect(await home("operations")).toMatchObject({
      inAll: 3,
      items: [
        {
          recipient: "C1",
          recipientName: null,
          because: { code: "as-written" },
          at: daysAgo(1).toISOString(),
        },
        { recipient: "C1", because: { code: "undelivered.unknown" } },
        { recipient: "U1", recipientName: "U1", because: SCOPE },
      ],
    });
    expect(await home("rep")).toBeNull();
    expect(await check()).toMatchObject({
      status: "warning",
      finding: [
        { code: "health.messages.undelivered" },
        { code: "health.messages.cause", parameters: { key: "b", because: { code: "as-written" } } },
        {},
        phrase("health.messages.cause", { because: SCOPE, key: "a" }),
      ],
    });
  });

  it("are seen before they fail where a time zone is none: of an owner, and of a channel that asked", async () => {
    const rows = fileRows(database());
    await rows.member("U1", "ana@example.com", "Mars/Base");
    await rows.member("U2", "ben@example.com", "Mars/Base");
    await rows.member("U3", "cem@example.com", "Europe/Berlin");
    for (const email of ["ana@example.com", "cem@example.com"])
      await rows.customer("C", { owner_email: email });
    await channel("COPS");
    await channel("CWEEK", { digest: true, alerts: false, timeZone: "Nowhere" });
    expect(await alertImpossible(deps())).toBe(2);
    expect(await alertImpossible(deps())).toBe(0);
    expect(await alerts()).toEqual([
      ["COPS", "undelivered.time-zone.channel"],
      ["COPS", "undelivered.time-zone.member"],
    ]);
    expect(await home("manager")).toMatchObject({
      inAll: 2,
      items: [
        { recipient: "CWEEK", at: null },
        { recipient: "U1", what: "nudge" },
      ],
    });
  });
});
