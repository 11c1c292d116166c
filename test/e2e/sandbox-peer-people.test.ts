import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccountKind } from "../../src/sandbox/page-protocol.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { SeedPerson, WorkspaceSeed } from "../../src/sandbox/seed.ts";
import { ANNA, GENERAL, MEI, MODES, type Peer, SEED, startPeer } from "./sandbox-peer-app.ts";

const OURS = "T0SANDBOX";
const ACMES = "T0ACME";
const KIM = "U0KIM";
const LEE = "U0LEE";
const RAY = "U0RAY";
const ZOE = "U0ZOE";
const OLD = "U0OLD";

const person = (id: string, realName: string, account: AccountKind, more: Partial<SeedPerson> = {}) => ({
  id,
  name: realName.toLowerCase(),
  realName,
  email: `${realName.toLowerCase()}@example.com`,
  roleLabel: null,
  timeZone: "Europe/Berlin",
  account,
  ...more,
});

const WITH_OTHERS: WorkspaceSeed = {
  ...SEED,
  people: [
    ...SEED.people,
    person(KIM, "Kim", "guest", { locale: "de-DE" }),
    person(LEE, "Lee", "single-channel-guest"),
    person(RAY, "Ray", "outsider", { company: "Acme" }),
    person(ZOE, "Zoe", "outsider", { company: "Acme" }),
    person(OLD, "Old", "deactivated"),
  ],
  channels: [
    ...SEED.channels,
    { id: "C0ACME", name: "acme", memberIds: [ANNA, KIM, RAY, OLD], hasBot: true, isShared: true },
    { id: "C0ASKED", name: "asked", memberIds: [ANNA], hasBot: true, isPendingShared: true },
  ],
};

const errorOf = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data?.error ?? error,
  );

describe("people of several kinds, by the Web API", () => {
  let peer: Peer;
  let sandbox: Sandbox;
  beforeEach(async () => {
    peer = await startPeer("http", () => {}, { workspace: WITH_OTHERS });
    ({ sandbox } = peer);
  });
  afterEach(() => peer.stop());
  const userOf = async (user: string) => (await peer.client.users.info({ user })).user;
  const channelOf = async (channel: string) => (await peer.client.conversations.info({ channel })).channel;
  const membersOf = async (channel: string) => (await peer.client.conversations.members({ channel })).members;

  it.each([
    [ANNA, { team_id: OURS, deleted: false, is_restricted: false, is_ultra_restricted: false }],
    [MEI, { team_id: OURS, is_admin: true, is_restricted: false }],
    [KIM, { team_id: OURS, deleted: false, is_restricted: true, is_ultra_restricted: false }],
    [LEE, { team_id: OURS, deleted: false, is_restricted: true, is_ultra_restricted: true }],
    [RAY, { team_id: ACMES, deleted: false, is_restricted: false, is_stranger: false }],
    [ZOE, { team_id: ACMES, deleted: false, is_restricted: false, is_stranger: true }],
    [OLD, { team_id: OURS, deleted: true }],
  ])("tells what kind of account %s is", async (id, fields) => {
    const user = await userOf(id);
    expect(user).toMatchObject(fields);
    expect(user?.profile).toMatchObject({ team: fields.team_id });
    expect("is_stranger" in (user ?? {})).toBe("is_stranger" in fields);
  });

  it("keeps outsiders' addresses to itself, and says next to nothing of who has left", async () => {
    expect((await userOf(RAY))?.profile).not.toHaveProperty("email");
    const gone = await userOf(OLD);
    expect(gone?.profile).toMatchObject({ real_name: "Old", email: "old@example.com" });
    for (const field of ["real_name", "tz", "tz_offset", "is_admin", "is_restricted", "locale"])
      expect(gone).not.toHaveProperty(field);
  });

  it("lists guests and who has left, and nobody of another organisation", async () => {
    const { members = [] } = await peer.client.users.list({});
    const ids = members.map(({ id }) => id);
    expect(ids).toEqual([ANNA, MEI, KIM, LEE, OLD, sandbox.botUserId, "USLACKBOT"]);
  });

  it("tells a locale to those who ask for it", async () => {
    expect(await userOf(KIM)).not.toHaveProperty("locale");
    const asked = await peer.client.users.info({ user: KIM, include_locale: true });
    expect(asked.user?.locale).toBe("de-DE");
    const listed = await peer.client.users.list({ include_locale: true });
    expect(listed.members?.find(({ id }) => id === KIM)?.locale).toBe("de-DE");
    expect(listed.members?.find(({ id }) => id === ANNA)?.locale).toBe("en-US");
  });

  it("finds neither outsiders nor who has left by an address, and opens no conversation with the latter", async () => {
    const byEmail = (email: string) => errorOf(peer.client.users.lookupByEmail({ email }));
    expect(await byEmail("kim@example.com")).toBeNull();
    expect(await byEmail("ray@example.com")).toBe("users_not_found");
    expect(await byEmail("old@example.com")).toBe("users_not_found");
    expect(await errorOf(peer.client.conversations.open({ users: OLD }))).toBe("user_disabled");
  });

  it("knows which conversations others read: channels, those they are invited to, and messages with one", async () => {
    const none = { is_shared: false, is_ext_shared: false };
    expect(await channelOf(GENERAL)).toMatchObject({ ...none, is_pending_ext_shared: false });
    expect(await channelOf("C0ASKED")).toMatchObject({ ...none, is_pending_ext_shared: true });
    const shared = { is_shared: true, is_ext_shared: true };
    expect(await channelOf("C0ACME")).toMatchObject({ ...shared, shared_team_ids: [OURS, ACMES] });
    const direct = async (users: string) =>
      (await peer.client.conversations.open({ users, return_im: true })).channel;
    expect(await direct(RAY)).toMatchObject({ ...shared, is_im: true, user: RAY });
    expect(await direct(KIM)).toMatchObject({ ...none, is_im: true, user: KIM, is_user_deleted: false });
  });

  it("lists guests and outsiders among a channel's members, and not who has left", async () => {
    expect(await membersOf("C0ACME")).toEqual([ANNA, KIM, RAY, sandbox.botUserId]);
  });

  it("follows a channel that is shared while it is in use, and takes outsiders out at the end of it", async () => {
    expect(() => sandbox.setMembership({ channel: "general", user: ZOE, isMember: true })).toThrow(
      "Share the channel first",
    );
    sandbox.share("general", "pending");
    expect(await channelOf(GENERAL)).toMatchObject({ is_ext_shared: false, is_pending_ext_shared: true });
    sandbox.share("general");
    expect(await channelOf(GENERAL)).toMatchObject({ is_ext_shared: true, is_pending_ext_shared: false });
    sandbox.setMembership({ channel: "general", user: ZOE, isMember: true });
    expect(await membersOf(GENERAL)).toContain(ZOE);
    expect(await userOf(ZOE)).toMatchObject({ is_stranger: false });
    sandbox.share("general", "internal");
    expect(await channelOf(GENERAL)).toMatchObject({ is_ext_shared: false, is_pending_ext_shared: false });
    expect(await membersOf(GENERAL)).toEqual([ANNA, MEI, sandbox.botUserId]);
    expect(await userOf(ZOE)).toMatchObject({ is_stranger: true });
  });

  it("follows a channel that is archived, and back", async () => {
    const post = () => errorOf(peer.client.chat.postMessage({ channel: GENERAL, text: "Hello" }));
    sandbox.archive("general");
    expect(await channelOf(GENERAL)).toMatchObject({ is_archived: true });
    expect(await post()).toBe("is_archived");
    sandbox.archive("general", false);
    expect(await post()).toBeNull();
  });
});

describe.each(MODES)("people of several kinds, as the app hears of them by %s", (mode) => {
  let peer: Peer;
  let sandbox: Sandbox;
  // biome-ignore lint/suspicious/noExplicitAny: payloads as they came
  let heard: any[];
  const listen = (app: App) => {
    app.use(async ({ body, next }) => {
      heard.push(body);
      await next();
    });
    app.command("/customer", async ({ ack, command, respond, client }) => {
      await ack();
      const name = { type: "plain_text" as const, text: "Go" };
      const blocks = [{ type: "section" as const, text: name }];
      const button = { type: "button" as const, action_id: "go", text: name };
      if (command.text === "modal")
        await client.views.open({
          trigger_id: command.trigger_id,
          view: { type: "modal", callback_id: "form", title: name, submit: name, blocks },
        });
      else await respond({ text: "Card", blocks: [{ type: "actions", elements: [button] }] });
    });
    app.action("go", ({ ack }) => ack());
    app.view("form", ({ ack }) => ack());
    app.event("message", async () => {});
    app.event("team_join", async () => {});
    app.event("user_change", async () => {});
  };
  beforeEach(async () => {
    heard = [];
    peer = await startPeer(mode, listen, { workspace: WITH_OTHERS });
    ({ sandbox } = peer);
  });
  afterEach(() => peer.stop());
  // biome-ignore lint/suspicious/noExplicitAny: payloads as they came
  const heardOf = (is: (body: any) => boolean) =>
    expect
      .poll(() => heard.find(is), { interval: 5 })
      .toBeDefined()
      .then(() => heard.find(is));

  it.each([
    [KIM, OURS],
    [RAY, ACMES],
  ])("names the team of %s wherever they act", async (user, team) => {
    await sandbox.command({ user, channel: "acme", command: "/customer" });
    const card = await sandbox.waitForMessage(({ text }) => text === "Card");
    await sandbox.click({ user, on: card, actionId: "go" });
    await sandbox.command({ user, channel: "acme", command: "/customer", text: "modal" });
    await sandbox.waitForModal(user);
    await sandbox.submitView({ user });
    const [command, action, , form] = heard;
    expect(command).toMatchObject({ user_id: user, team_id: team });
    expect(action).toMatchObject({
      type: "block_actions",
      team: { id: team },
      user: { id: user, team_id: team },
      container: { is_ephemeral: true, channel_id: "C0ACME" },
    });
    expect(form).toMatchObject({
      type: "view_submission",
      user: { id: user, team_id: team },
      view: { app_installed_team_id: OURS },
    });
  });

  it("says of a message that others could read it, and of its author whose it is", async () => {
    sandbox.post({ user: RAY, channel: "acme", text: "From Acme" });
    sandbox.post({ user: ANNA, channel: "general", text: "Among us" });
    const foreign = await heardOf(({ event }) => event?.text === "From Acme");
    expect(foreign).toMatchObject({
      is_ext_shared_channel: true,
      authorizations: [{ team_id: OURS }],
      event: { user: RAY, team: ACMES, user_team: ACMES, source_team: ACMES },
    });
    const own = await heardOf(({ event }) => event?.text === "Among us");
    expect(own).toMatchObject({ is_ext_shared_channel: false, event: { user: ANNA, team: OURS } });
    expect(own.event).not.toHaveProperty("user_team");
  });

  it("tells of who comes and of every change, with the whole person as users.info has them", async () => {
    const joined = await sandbox.addPerson(person("U0NEW", "Nia", "member", { locale: "zh-TW" }));
    expect(joined?.kind).toBe("acknowledged");
    const told = async (id: string) =>
      (await peer.client.users.info({ user: id, include_locale: true })).user;
    const last = () => heard.at(-1).event;
    expect(last()).toMatchObject({
      type: "team_join",
      user: { id: "U0NEW", locale: "zh-TW", deleted: false },
    });
    expect(last().user).toEqual(await told("U0NEW"));

    await sandbox.changePerson(ANNA, { email: "anna.new@example.com", account: "guest" });
    expect(last()).toMatchObject({ type: "user_change", user: { id: ANNA, is_restricted: true } });
    expect(last().user.profile.email).toBe("anna.new@example.com");
    expect(last().user).toEqual(await told(ANNA));

    await sandbox.changePerson(RAY, { account: "deactivated" });
    expect(last().user).toMatchObject({ id: RAY, deleted: true, team_id: ACMES });
    expect(last().user.profile).not.toHaveProperty("email");
  });

  it("gains nobody twice, and changes nobody who is not there", () => {
    expect(() => sandbox.addPerson(person(ANNA, "Another", "member"))).toThrow("already");
    expect(() => sandbox.changePerson("U0NOBODY", {})).toThrow("no such person");
    expect(() => sandbox.changePerson(sandbox.botUserId, { account: "guest" })).toThrow("no such person");
  });
});

describe("people over a restart", () => {
  let folder: string;
  let peer: Peer;
  const start = async () => {
    peer = await startPeer("http", () => {}, {
      workspace: WITH_OTHERS,
      stateFile: join(folder, "state.json"),
    });
  };
  const kindOf = (id: string) => peer.sandbox.snapshot().people.find((each) => each.id === id)?.account;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    await start();
  });
  afterEach(async () => {
    await peer.stop();
    rmSync(folder, { recursive: true });
  });

  it("stay as they have become", async () => {
    await peer.sandbox.addPerson(person("U0NEW", "Nia", "guest"));
    await peer.sandbox.changePerson(ANNA, { account: "deactivated" });
    peer.sandbox.share("general");
    await peer.stop();
    await start();
    expect([kindOf("U0NEW"), kindOf(ANNA), kindOf(MEI)]).toEqual(["guest", "deactivated", "member"]);
    const { people, conversations } = peer.sandbox.snapshot();
    expect(people.slice(-3).map(({ id }) => id)).toEqual(["U0NEW", peer.sandbox.botUserId, "USLACKBOT"]);
    expect(conversations.find(({ id }) => id === GENERAL)).toMatchObject({ isShared: true });
  });

  it("are the seed's in a state from before people could change", async () => {
    peer.sandbox.post({ user: ANNA, channel: "general", text: "Remember me" });
    await peer.stop();
    const path = join(folder, "state.json");
    const saved = JSON.parse(readFileSync(path, "utf8"));
    delete saved.state.people;
    for (const each of Object.values<{ isPendingShared?: boolean }>(saved.state.conversations))
      delete each.isPendingShared;
    writeFileSync(path, JSON.stringify(saved));
    await start();
    expect(kindOf(KIM)).toBe("guest");
    expect(peer.sandbox.messagesIn("general").at(-1)?.text).toBe("Remember me");
    expect(
      peer.sandbox.snapshot().conversations.every(({ isPendingShared }) => isPendingShared === false),
    ).toBe(true);
    await peer.sandbox.changePerson(KIM, { account: "member" });
    expect(kindOf(KIM)).toBe("member");
  });
});
