import { expect, it } from "vitest";
import type { Member } from "../../src/domain/customer.ts";
import { listChannelTimeZones } from "../../src/flows/messages/list-channel-time-zones.ts";
import { listDigestTurnZones } from "../../src/flows/messages/list-digest-turn-zones.ts";
import { sendDigest } from "../../src/flows/messages/send-digest.ts";
import { sendDueDigests } from "../../src/flows/messages/send-due-digests.ts";
import { setChannel } from "../../src/flows/messages/set-channel.ts";
import { setDigestTime } from "../../src/flows/messages/set-digest-time.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";

const MIA = { slackUserId: "U0MIA", timeZone: "Europe/Berlin", locale: "en" } as Member;
const TUESDAY = new Date("2026-11-24T07:30:00Z");

describeOnEachDatabase("when a channel gets its digest", (database) => {
  const deps = (now: Date) => ({
    ...createStore(database()),
    model: NO_MODEL,
    clock: () => now,
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    timeZone: "UTC",
    workspace: { channel: async () => ({ shared: false, botIsMember: true }) },
  });
  const set = (channelId: string, hour: number, timeZone: string | null = null) =>
    setDigestTime(deps(TUESDAY), { channelId, member: MIA, digestWeekday: 2, digestHour: hour, timeZone });
  const turnOn = (channelId: string) =>
    setChannel(deps(TUESDAY), { channelId, member: MIA, topic: "digest", on: true });
  const keys = async () =>
    (await database().pool.query("SELECT key FROM outbox ORDER BY key")).rows.map(({ key }) => key);

  it("is Monday at nine until somebody chooses, which the audit keeps, and only a change", async () => {
    await turnOn("C1");
    expect(await deps(TUESDAY).channelSettings.get("C1")).toMatchObject({ digestWeekday: 1, digestHour: 9 });
    expect(await set("C1", 8)).toMatchObject({
      kind: "set",
      setting: { digest: true, timeZone: "Europe/Berlin" },
    });
    await set("C1", 8);
    await set("C1", 8, "Asia/Taipei");
    const { rows } = await database().pool.query(
      "SELECT actor, details FROM audit_events WHERE details ? 'digestHour' ORDER BY id",
    );
    const told = { channel: "C1", digestWeekday: 2, digestHour: 8 };
    expect(rows).toEqual([
      { actor: "U0MIA", details: { ...told, timeZone: "Europe/Berlin" } },
      { actor: "U0MIA", details: { ...told, timeZone: "Asia/Taipei" } },
    ]);
    await turnOn("C1");
    expect(await deps(TUESDAY).channelSettings.get("C1")).toMatchObject({ digestWeekday: 2, digestHour: 8 });
  });

  it("may be set before the channel asked for one, and switches nothing on", async () => {
    expect(await set("C1", 8)).toMatchObject({ setting: { digest: false } });
    expect(await listDigestTurnZones(deps(TUESDAY))).toEqual([]);
  });

  it("comes once, at its own time, and not with the weekly job", async () => {
    for (const channel of ["C1", "C2", "C3"]) await turnOn(channel);
    await set("C1", 8);
    await set("C2", 9);
    const occasion = { week: "2026-W47", timeZone: "Europe/Berlin" };
    expect(await listChannelTimeZones(deps(TUESDAY), "digest")).toEqual(["Europe/Berlin"]);
    expect(await sendDigest(deps(TUESDAY), occasion)).toEqual({ messages: 1, alreadySent: 0 });
    expect(await keys()).toEqual(["digest:C3:2026-W47"]);
    expect(await listDigestTurnZones(deps(TUESDAY))).toEqual(["Europe/Berlin"]);
    expect(await sendDueDigests(deps(TUESDAY), occasion)).toEqual({ messages: 1, alreadySent: 0 });
    expect(await keys()).toEqual(["digest:C1:2026-W47", "digest:C3:2026-W47"]);
    expect(await listDigestTurnZones(deps(TUESDAY))).toEqual([]);
    // Another time in the same week brings nothing twice.
    await set("C1", 7);
    expect(await listDigestTurnZones(deps(TUESDAY))).toEqual([]);
  });
});
