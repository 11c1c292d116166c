import type { Member, MemberRole } from "../../domain/customer.ts";
import { nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type MemberStore = ReturnType<typeof memberStore>;

/** A member as kept, with when the workspace was last asked about them. */
export type KnownMember = Member & { readonly checkedAt: Date };

export function memberStore({ pool, prisma }: Database) {
  return {
    async find(slackUserId: string): Promise<KnownMember | null> {
      const row = await prisma.member.findUnique({ where: { slackUserId } });
      return row && memberFrom(row);
    },

    /**
     * Keeps what the workspace says of a member. A role once kept stays, except that a rep can become a manager:
     * who may see money is the team's decision. An e-mail moves to whoever has it now.
     */
    async save(member: Member, at: Date): Promise<KnownMember> {
      const { slackUserId, name, email, role, timeZone, locale = null } = member;
      if (email !== null) {
        await TAKE_EMAIL.run(pool, { email, slackUserId });
      }
      return memberFrom(await SAVE.one(pool, { slackUserId, name, email, role, timeZone, at, locale }));
    },
  };
}

const FIELDS = `slack_user_id AS "slackUserId", name, email, role, time_zone AS "timeZone", locale,
  updated_at AS "updatedAt"`;

const TAKE_EMAIL = statement({
  name: "customers/members: take e-mail from others",
  sql: `UPDATE members SET email = NULL
    WHERE lower(email) = lower(:email) AND slack_user_id <> :slackUserId`,
  parameters: { email: text, slackUserId: text },
});

const SAVE = statement({
  name: "customers/members: save",
  sql: `
  INSERT INTO members (slack_user_id, name, email, role, time_zone, created_at, updated_at, locale)
  VALUES (:slackUserId, :name, :email, :role, :timeZone, :at, :at, :locale)
  ON CONFLICT (slack_user_id) DO UPDATE SET
    name = excluded.name, email = excluded.email, time_zone = excluded.time_zone,
    locale = COALESCE(excluded.locale, members.locale), updated_at = excluded.updated_at,
    role = CASE WHEN members.role = 'rep' THEN excluded.role ELSE members.role END
  RETURNING ${FIELDS}`,
  parameters: {
    slackUserId: text,
    name: text,
    email: nullable(text),
    role: text,
    timeZone: text,
    at: timestamptz,
    locale: nullable(text),
  },
  row: {
    slackUserId: text,
    name: text,
    email: nullable(text),
    role: text,
    timeZone: text,
    locale: nullable(text),
    updatedAt: timestamptz,
  },
});

type MemberRow = Omit<Member, "role" | "locale"> & { role: string; locale: string | null; updatedAt: Date };

/** Whoever writes a member writes one of the roles. */
function memberFrom(row: MemberRow): KnownMember {
  const { slackUserId, name, email, role, timeZone, locale, updatedAt } = row;
  return { slackUserId, name, email, role: role as MemberRole, timeZone, locale, checkedAt: updatedAt };
}
