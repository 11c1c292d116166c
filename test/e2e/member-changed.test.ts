import { expect, it } from "vitest";
import { createStore } from "../../src/store/store.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const TEAM = "T000000001";

const ana = {
  id: "U0ANA",
  team_id: TEAM,
  name: "ana",
  real_name: "Ana Keller",
  tz: "Europe/Berlin",
  profile: { email: "Ana@Example.com", display_name: "" },
};

describeOnOneDatabase("events about people, over signed HTTP", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      peer = startedPeer;
      bot = startedBot;
    },
  );
  const tell = async (id: string, type: string, user: object | string) => {
    const body = { type: "event_callback", team_id: TEAM, event_id: id, event: { type, user, tab: "home" } };
    expect((await bot.send.event(body)).status).toBe(200);
    expect(await bot.app.idle(5000)).toBe(true);
    return createStore(database()).members.find("U0ANA");
  };

  it("whoever joins is known, and whoever changes or leaves is known as that", async () => {
    expect(await tell("E1", "team_join", ana)).toMatchObject({
      name: "Ana Keller",
      email: "ana@example.com",
      timeZone: "Europe/Berlin",
      role: "rep",
      account: "member",
    });
    const moved = { ...ana, tz: "Mars/Olympus_Mons", is_restricted: true };
    expect(await tell("E2", "user_change", moved)).toMatchObject({ timeZone: "UTC", account: "guest" });
    const left = {
      id: "U0ANA",
      team_id: TEAM,
      name: "ana",
      real_name: "Ana Keller",
      deleted: true,
      profile: {},
    };
    expect(await tell("E3", "user_change", left)).toMatchObject({
      email: "ana@example.com",
      account: "deactivated",
    });
  });

  it("whoever comes from another organisation is no member, whatever team the event names", async () => {
    const stranger = { ...ana, team_id: "T0OTHER" };
    const body = {
      type: "event_callback",
      team_id: "T0OTHER",
      event_id: "E4",
      event: { type: "user_change", user: stranger },
    };
    await bot.send.event(body);
    expect(await bot.app.idle(5000)).toBe(true);
    expect(await createStore(database()).members.find("U0ANA")).toMatchObject({ account: "outsider" });
  });

  it("hears of a user group without an answer, also where none is set to give a role", async () => {
    const event = { type: "subteam_members_changed", subteam_id: "S1", added_users: ["U0ANA"] };
    const body = { type: "event_callback", team_id: TEAM, event_id: "E6", event };
    expect((await bot.send.event(body)).status).toBe(200);
    expect(await bot.app.idle(5000)).toBe(true);
    expect(await createStore(database()).members.find("U0ANA")).toBeNull();
  });

  it("an event that names a user by id is still read", async () => {
    await tell("E5", "app_home_opened", peer.userId("ana"));
    expect(await peer.waitFor((entry) => entry.body.user_id === peer.userId("ana"))).toBeDefined();
  });
});
