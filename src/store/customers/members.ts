import type { AccountKind, Member, MemberRole } from "../../domain/customer.ts";
import { nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type MemberStore = ReturnType<typeof memberStore>;

/** A person as the workspace has them, of whatever kind. */
export type Person = Member & { readonly account: AccountKind };

/** A person as kept, with when the workspace was last asked about them. */
export type KnownPerson = Person & { readonly checkedAt: Date };

export function memberStore({ pool, prisma }: Database) {
  return {
    /** The Slack ids of everyone who is in the workspace without being one of the company. */
    async visitorIds(): Promise<string[]> {
      const where = { account: { in: ["guest", "outsider"] } };
      const found = await prisma.member.findMany({ where, select: { slackUserId: true } });
      return found.map(({ slackUserId }) => slackUserId);
    },

    async find(slackUserId: string): Promise<KnownPerson | null> {
      const row = await prisma.member.findUnique({ where: { slackUserId } });
      return row && personFrom(row);
    },

    /**
     * Keeps what the workspace says of a person. A role once kept stays, except that a rep can become a manager:
     * who may see money is the team's decision. An e-mail moves to the member who has it now; nobody else takes it
     * from a member.
     */
    async save(person: Person, at: Date): Promise<KnownPerson> {
      const { slackUserId, name, email, role, timeZone, locale = null, account } = person;
      if (email !== null) await TAKE_EMAIL.run(pool, { email, slackUserId, account });
      const row = { slackUserId, name, email, role, timeZone, at, locale, account };
      return personFrom(await SAVE.one(pool, row));
    },
  };
}

const FIELDS = `slack_user_id AS "slackUserId", name, email, role, time_zone AS "timeZone", locale, account,
  updated_at AS "updatedAt"`;

const TAKE_EMAIL = statement({
  name: "customers/members: take e-mail from others",
  sql: `UPDATE members SET email = NULL
    WHERE lower(email) = lower(:email) AND slack_user_id <> :slackUserId
      AND (:account = 'member' OR account <> 'member')`,
  parameters: { email: text, slackUserId: text, account: text },
});

const SAVE = statement({
  name: "customers/members: save",
  sql: `
  INSERT INTO members (slack_user_id, name, email, role, time_zone, created_at, updated_at, locale, account)
  SELECT :slackUserId, :name,
    CASE WHEN EXISTS (SELECT FROM members m WHERE lower(m.email) = lower(:email) AND m.slack_user_id <> :slackUserId)
      THEN NULL ELSE :email END,
    :role, :timeZone, :at, :at, :locale, :account
  ON CONFLICT (slack_user_id) DO UPDATE SET
    name = excluded.name, email = excluded.email, time_zone = excluded.time_zone,
    locale = COALESCE(excluded.locale, members.locale), updated_at = excluded.updated_at,
    account = excluded.account,
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
    account: text,
  },
  row: {
    slackUserId: text,
    name: text,
    email: nullable(text),
    role: text,
    timeZone: text,
    locale: nullable(text),
    account: text,
    updatedAt: timestamptz,
  },
});

type PersonRow = Omit<Person, "role" | "locale" | "account"> & {
  role: string;
  locale: string | null;
  account: string;
  updatedAt: Date;
};

/** Whoever writes a person writes one of the roles and one of the kinds. */
function personFrom({ updatedAt, ...row }: PersonRow): KnownPerson {
  const { slackUserId, name, email, timeZone, locale } = row;
  const role = row.role as MemberRole;
  const account = row.account as AccountKind;
  return { slackUserId, name, email, role, timeZone, locale, account, checkedAt: updatedAt };
}
