import { z } from "zod";
import { isTimeZone } from "../../domain/calendar.ts";
import type { AccountKind } from "../../domain/customer.ts";
import type { WorkspacePerson } from "../../flows/workspace.ts";

/** A user as Slack gives it, by `users.info`, `users.list` and the events about users alike; the rest is ignored. */
const slackUser = z.object({
  id: z.string().min(1),
  team_id: z.string().optional(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  profile: z
    .object({
      display_name: z.string().nullish(),
      /** All that is left of the name of somebody who left. */
      real_name: z.string().nullish(),
      email: z.string().nullish(),
    })
    .nullish(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_primary_owner: z.boolean().optional(),
  enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
});
type SlackUser = z.output<typeof slackUser>;

/** Slack's own voice: a user that is no bot by its fields. */
const SLACKBOT = "USLACKBOT";

/**
 * @param teamId of our own workspace
 * @throws ZodError for what is no user
 */
export function workspacePerson(given: unknown, teamId: string): WorkspacePerson {
  const user = slackUser.parse(given);
  return {
    slackUserId: user.id,
    name: nameOf(user),
    email: user.profile?.email?.toLowerCase() || null,
    timeZone: zoneOf(user),
    locale: user.locale ?? null,
    administers: [user.is_admin, user.is_owner, user.is_primary_owner].includes(true),
    account: accountOf(user, teamId),
  };
}

function nameOf({ profile, real_name, name, id }: SlackUser): string {
  return profile?.display_name || real_name || profile?.real_name || name || id;
}

/** UTC for one that this machine does not know: a name nobody can reckon with must not stop the mornings of others. */
function zoneOf({ tz }: SlackUser): string {
  return tz && isTimeZone(tz) ? tz : "UTC";
}

/** The least trusted kind that fits: a guest of another organisation is an outsider. */
function accountOf(user: SlackUser, teamId: string): AccountKind {
  if (user.deleted) return "deactivated";
  if (user.is_bot || user.is_workflow_bot || user.id === SLACKBOT) return "bot";
  if (user.is_stranger || !isOfTeam(user, teamId)) return "outsider";
  return user.is_restricted || user.is_ultra_restricted ? "guest" : "member";
}

/** In an enterprise a user's own team may be another one of the same organisation, which lists ours as well. */
function isOfTeam({ team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  return team_id === undefined || team_id === teamId || (enterprise_user?.teams ?? []).includes(teamId);
}
