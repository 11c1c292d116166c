import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Person } from "../page-protocol.ts";
import { isOutsider, teamOf } from "../people.ts";
import { IDENTITY } from "../seed.ts";
import { botIsIn } from "./access.ts";
import { type ApiMethod, field, method, page } from "./method.ts";

/** Seconds east of Greenwich at the given time, e.g. 3600. */
export function utcOffsetSeconds(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === "-" ? -seconds : seconds;
}

/**
 * A person as Slack gives them: little about one whose account is deactivated, and the address only to those who may
 * read it.
 */
export function userJson(
  context: SandboxContext,
  person: Person,
  { withLocale = false } = {},
): Readonly<Record<string, unknown>> {
  const isDeactivated = person.account === "deactivated";
  return {
    id: person.id,
    team_id: teamOf(person).id,
    name: person.name,
    deleted: isDeactivated,
    is_bot: person.isBot,
    is_app_user: false,
    updated: 0,
    profile: profileJson(context, person),
    ...(!isDeactivated && activeJson(context, person)),
    ...(withLocale && !isDeactivated && { locale: person.locale }),
  };
}

function activeJson(context: SandboxContext, person: Person): Readonly<Record<string, unknown>> {
  return {
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: utcOffsetSeconds(person.timeZone, context.clock.now()),
    is_admin: person.isAdmin,
    is_owner: person.isAdmin,
    is_restricted: person.account === "guest" || person.account === "single-channel-guest",
    is_ultra_restricted: person.account === "single-channel-guest",
    ...(isOutsider(person) && { is_stranger: isStranger(context, person) }),
  };
}

/** An outsider stops being a stranger in a shared channel that the app is in: then only the team tells them apart. */
function isStranger({ workspace }: SandboxContext, { id }: Person): boolean {
  return !workspace
    .conversations()
    .some((each) => each.isShared && each.memberIds.includes(id) && botIsIn(each));
}

function profileJson({ scopes }: SandboxContext, person: Person): Readonly<Record<string, unknown>> {
  const mayReadEmail = scopes.includes("users:read.email") && !isOutsider(person) && person.email !== null;
  return {
    real_name: person.realName,
    // Nobody here has set one; Slack shows the real name then.
    display_name: "",
    title: person.roleLabel ?? "",
    team: teamOf(person).id,
    ...(mayReadEmail && { email: person.email }),
    ...(person.id === IDENTITY.botUserId && { bot_id: IDENTITY.botId, api_app_id: IDENTITY.appId }),
  };
}

const info = method({
  scopes: ["users:read"],
  tier: 4,
  args: z.object({ user: field.text, include_locale: field.flag.optional() }),
  run(context, { user, include_locale: withLocale = false }) {
    const person = context.workspace.person(user);
    if (!person) throw new SlackApiError("user_not_found");
    return { user: userJson(context, person, { withLocale }) };
  },
});

/** Guests and the deactivated too, but nobody of another organisation: Slack tells of those by `users.info` alone. */
const list = method({
  scopes: ["users:read"],
  tier: 2,
  args: z.object({
    cursor: field.text.optional(),
    limit: field.count.optional(),
    include_locale: field.flag.optional(),
  }),
  run(context, { cursor, limit, include_locale: withLocale = false }) {
    const everyone = context.workspace.people().filter((person) => !isOutsider(person));
    const { items, nextCursor } = page(everyone, { cursor, limit: limit || everyone.length });
    return {
      members: items.map((person) => userJson(context, person, { withLocale })),
      cache_ts: Math.floor(context.clock.now().getTime() / 1000),
      response_metadata: { next_cursor: nextCursor },
    };
  },
});

const lookupByEmail = method({
  scopes: ["users:read.email"],
  tier: 3,
  args: z.object({ email: field.text }),
  run(context, { email }) {
    const person = context.workspace
      .people()
      .filter((each) => !isOutsider(each) && each.account !== "deactivated")
      .find((each) => each.email?.toLowerCase() === email.toLowerCase());
    if (!person) throw new SlackApiError("users_not_found");
    return { user: userJson(context, person) };
  },
});

export const USER_METHODS: Readonly<Record<string, ApiMethod>> = {
  "users.info": info,
  "users.list": list,
  "users.lookupByEmail": lookupByEmail,
};
