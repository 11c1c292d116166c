import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Person } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";
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

/** A member as Slack gives it; the address only to those who may read it. */
export function userJson(
  { workspace, clock, scopes }: SandboxContext,
  person: Person,
): Readonly<Record<string, unknown>> {
  const mayReadEmail = scopes.includes("users:read.email") && person.email !== null;
  const isAdmin = workspace.isAdmin(person.id);
  return {
    id: person.id,
    team_id: IDENTITY.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: utcOffsetSeconds(person.timeZone, clock.now()),
    locale: "en-US",
    is_admin: isAdmin,
    is_owner: isAdmin,
    is_bot: person.isBot,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: 0,
    profile: {
      real_name: person.realName,
      // Nobody here has set one; Slack shows the real name then.
      display_name: "",
      title: person.roleLabel ?? "",
      team: IDENTITY.teamId,
      ...(mayReadEmail && { email: person.email }),
      ...(person.id === IDENTITY.botUserId && { bot_id: IDENTITY.botId, api_app_id: IDENTITY.appId }),
    },
  };
}

const info = method({
  scopes: ["users:read"],
  tier: 4,
  args: z.object({ user: field.text, include_locale: field.flag.optional() }),
  run(context, { user }) {
    const person = context.workspace.person(user);
    if (!person) throw new SlackApiError("user_not_found");
    return { user: userJson(context, person) };
  },
});

const list = method({
  scopes: ["users:read"],
  tier: 2,
  args: z.object({ cursor: field.text.optional(), limit: field.count.optional() }),
  run(context, { cursor, limit }) {
    const everyone = context.workspace.people;
    const { items, nextCursor } = page(everyone, { cursor, limit: limit || everyone.length });
    return {
      members: items.map((person) => userJson(context, person)),
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
    const person = context.workspace.people.find((each) => each.email?.toLowerCase() === email.toLowerCase());
    if (!person) throw new SlackApiError("users_not_found");
    return { user: userJson(context, person) };
  },
});

export const USER_METHODS: Readonly<Record<string, ApiMethod>> = {
  "users.info": info,
  "users.list": list,
  "users.lookupByEmail": lookupByEmail,
};
