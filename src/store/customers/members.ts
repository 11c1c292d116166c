import type { AccountKind, Member, MemberRole } from "../../domain/customer.ts";
import type { RoleRule } from "../../domain/role-groups.ts";
import { arrayOf, bool, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type MemberStore = ReturnType<typeof memberStore>;

/** A person as the workspace has them, of whatever kind. */
export type Person = Member & {
  readonly account: AccountKind;
  /** The handle of the user group that gives the role; null or left out: none does. */
  readonly roleGroup?: string | null;
  /** What decides the role; left out: who administers the workspace. */
  readonly roleRule?: RoleRule;
};

/** A person as kept, with when the workspace was last asked about them. */
export type KnownPerson = Person & {
  readonly checkedAt: Date;
  /** When the team set their role by hand, which Slack then leaves alone; null: it comes from Slack. */
  readonly roleSetAt: Date | null;
};

/** How many people were new, and of how many something else is known now. */
export type KeptPeople = { readonly added: number; readonly changed: number };

export function memberStore(database: Database) {
  const { pool, prisma } = database;
  return {
    /** The Slack ids of everyone who is in the workspace without being one of the company. */
    async visitorIds(): Promise<string[]> {
      const where = { account: { in: ["guest", "outsider"] } };
      const found = await prisma.member.findMany({ where, select: { slackUserId: true } });
      return found.map(({ slackUserId }) => slackUserId);
    },

    async find(slackUserId: string): Promise<KnownPerson | null> {
      const row = await FIND.first(pool, { slackUserId });
      return row && personFrom(row);
    },

    /** Everybody who was ever kept, of whatever kind, by name. */
    async all(): Promise<KnownPerson[]> {
      return (await prisma.member.findMany({ orderBy: [{ name: "asc" }, { slackUserId: "asc" }] })).map(
        personFrom,
      );
    },

    /**
     * Keeps what the workspace says of a person. A role once kept stays, except that a rep can become a manager, unless
     * the role was set by hand: who may see money is the team's decision. A role that a user group gave goes with the group. An e-mail moves to the member who has it now; nobody else takes it
     * from a member. Whoever left keeps the one they had, which Slack may no longer tell: customers name it.
     */
    async save(person: Person, at: Date): Promise<KnownPerson> {
      const [kept] = await savePeople(database, [person], at);
      if (!kept) throw new Error(`The person ${person.slackUserId} was not kept.`);
      return personFrom(kept);
    },

    /** The same for many, in two statements whatever their number: all of them or none. */
    async saveAll(people: readonly Person[], at: Date): Promise<KeptPeople> {
      const kept = await savePeople(database, people, at);
      const added = kept.filter(({ isNew }) => isNew).length;
      return { added, changed: kept.filter(({ isNew, isChanged }) => isChanged && !isNew).length };
    },

    /**
     * After a complete listing: whoever was not kept since it began has no account any more. Outsiders stay as they
     * are, as the list need not hold them. When somebody was asked about stays too, so that one whom the list left out
     * by mistake is asked about again as soon as they turn up.
     * @returns how many are deactivated by it
     */
    deactivateUnlisted: (listedSince: Date): Promise<number> => DEACTIVATE.run(pool, { listedSince }),
  };
}

async function savePeople(database: Database, given: readonly Person[], at: Date) {
  const people = oneHolderOfEach(given);
  return inTransaction(database, async (client) => {
    await TAKE_EMAILS.run(client, claimsOf(people));
    return SAVE.all(client, { ...claimsOf(people), ...columnsOf(people), at });
  });
}

/** Each person once, as given last; of several with one e-mail only one keeps it, a member before anybody else. */
function oneHolderOfEach(given: readonly Person[]): Person[] {
  const people = [...new Map(given.map((person) => [person.slackUserId, person])).values()];
  const membersLast = [...people].sort((a, b) => Number(isMember(a)) - Number(isMember(b)));
  const holders = new Map(membersLast.map(({ email, slackUserId }) => [email?.toLowerCase(), slackUserId]));
  return people.map((person) =>
    holders.get(person.email?.toLowerCase()) === person.slackUserId ? person : { ...person, email: null },
  );
}

const isMember = ({ account }: Person) => account === "member";

const claimsOf = (people: readonly Person[]) => ({
  ids: people.map(({ slackUserId }) => slackUserId),
  emails: people.map(({ email }) => email),
  accounts: people.map(({ account }) => account),
});

const columnsOf = (people: readonly Person[]) => ({
  names: people.map(({ name }) => name),
  roles: people.map(({ role }) => role),
  timeZones: people.map(({ timeZone }) => timeZone),
  locales: people.map(({ locale = null }) => locale),
  roleGroups: people.map(({ roleGroup = null }) => roleGroup),
  roleRules: people.map(({ roleRule = "administers" }) => roleRule),
});

const CLAIMS = { ids: arrayOf(text), emails: arrayOf(nullable(text)), accounts: arrayOf(text) };

const TAKE_EMAILS = statement({
  name: "customers/members: take e-mails from others",
  sql: `UPDATE members m SET email = NULL
    FROM unnest(:ids::text[], :emails::text[], :accounts::text[]) AS given (slack_user_id, email, account)
    WHERE lower(m.email) = lower(given.email) AND m.slack_user_id <> given.slack_user_id
      AND (given.account = 'member' OR m.account <> 'member')`,
  parameters: CLAIMS,
});

const PERSON_ROW = {
  slackUserId: text,
  name: text,
  email: nullable(text),
  role: text,
  timeZone: text,
  locale: nullable(text),
  account: text,
  updatedAt: timestamptz,
  roleSetAt: nullable(timestamptz),
  roleGroup: nullable(text),
};

const personSql = (alias: string) =>
  `${alias}.slack_user_id AS "slackUserId", ${alias}.name, ${alias}.email, ${alias}.role, ${alias}.time_zone AS "timeZone",
    ${alias}.locale, ${alias}.account, ${alias}.updated_at AS "updatedAt", ${alias}.role_set_at AS "roleSetAt",
    ${alias}.role_group AS "roleGroup"`;

/** Asked by every request, which is why it does not go through Prisma: that takes the main thread several times as long. */
const FIND = statement({
  name: "customers/members: find",
  sql: `SELECT ${personSql("m")} FROM members m WHERE slack_user_id = :slackUserId`,
  parameters: { slackUserId: text },
  row: PERSON_ROW,
  isKeptPlanned: true,
});

const FACTS = ["name", "email", "role", "time_zone", "locale", "account"];
const factsOf = (alias: string) => FACTS.map((fact) => `${alias}.${fact}`).join(", ");

const ruleOf = "(SELECT role_rule FROM given WHERE given.slack_user_id = m.slack_user_id)";

/** xmax is 0 in a row that this statement inserted. Two listings at once leave the later of their moments. */
const SAVE = statement({
  name: "customers/members: save",
  sql: `
  WITH given AS (
    SELECT * FROM unnest(:ids::text[], :emails::text[], :accounts::text[], :names::text[], :roles::text[],
      :timeZones::text[], :locales::text[], :roleGroups::text[], :roleRules::text[])
      AS row (slack_user_id, email, account, name, role, time_zone, locale, role_group, role_rule)
  ), before AS (
    SELECT m.* FROM members m JOIN given USING (slack_user_id)
  ), saved AS (
    INSERT INTO members AS m (slack_user_id, name, email, role, time_zone, created_at, updated_at, locale, account, role_group)
    SELECT slack_user_id, name,
      CASE WHEN EXISTS (
        SELECT FROM members m WHERE lower(m.email) = lower(given.email) AND m.slack_user_id <> given.slack_user_id
      ) THEN NULL ELSE email END,
      role, time_zone, :at, :at, locale, account, role_group
    FROM given
    ON CONFLICT (slack_user_id) DO UPDATE SET
      name = excluded.name, time_zone = excluded.time_zone,
      email = CASE WHEN excluded.account = 'deactivated' THEN COALESCE(excluded.email, m.email)
        ELSE excluded.email END,
      locale = COALESCE(excluded.locale, m.locale),
      updated_at = GREATEST(excluded.updated_at, m.updated_at),
      account = excluded.account,
      role = CASE
        WHEN m.role_set_at IS NOT NULL OR ${ruleOf} = 'unread' THEN m.role
        WHEN ${ruleOf} = 'groups' OR m.role_group IS NOT NULL OR m.role = 'rep' THEN excluded.role
        ELSE m.role END,
      role_group = CASE WHEN m.role_set_at IS NOT NULL THEN NULL WHEN ${ruleOf} = 'unread' THEN m.role_group
        ELSE excluded.role_group END
    RETURNING *, xmax = 0 AS is_new
  ), noted AS (
    INSERT INTO audit_events (at, actor, action, details)
    SELECT GREATEST(:at, saved.updated_at), 'Slack', 'member.role-followed', jsonb_build_object('member', saved.slack_user_id,
      'before', before.role, 'role', saved.role, 'group', COALESCE(saved.role_group, before.role_group))
    FROM saved JOIN before USING (slack_user_id)
    WHERE saved.role <> before.role AND COALESCE(saved.role_group, before.role_group) IS NOT NULL
  )
  SELECT ${personSql("saved")}, saved.is_new AS "isNew",
    (${factsOf("saved")}) IS DISTINCT FROM (${factsOf("before")}) AS "isChanged"
  FROM saved LEFT JOIN before ON before.slack_user_id = saved.slack_user_id`,
  parameters: {
    ...CLAIMS,
    names: arrayOf(text),
    roles: arrayOf(text),
    timeZones: arrayOf(text),
    locales: arrayOf(nullable(text)),
    roleGroups: arrayOf(nullable(text)),
    roleRules: arrayOf(text),
    at: timestamptz,
  },
  row: { ...PERSON_ROW, isNew: bool, isChanged: bool },
});

const DEACTIVATE = statement({
  name: "customers/members: deactivate the unlisted",
  sql: `UPDATE members SET account = 'deactivated'
    WHERE updated_at < :listedSince AND account NOT IN ('outsider', 'deactivated')`,
  parameters: { listedSince: timestamptz },
});

type PersonRow = Omit<Person, "role" | "locale" | "account" | "roleGroup" | "roleRule"> & {
  role: string;
  locale: string | null;
  account: string;
  updatedAt: Date;
  roleSetAt: Date | null;
  roleGroup: string | null;
};

/** Whoever writes a person writes one of the roles and one of the kinds. */
function personFrom({ updatedAt, ...row }: PersonRow): KnownPerson {
  const { slackUserId, name, email, timeZone, locale, roleSetAt, roleGroup } = row;
  const role = row.role as MemberRole;
  const account = row.account as AccountKind;
  return {
    slackUserId,
    name,
    email,
    role,
    timeZone,
    locale,
    account,
    roleSetAt,
    roleGroup,
    checkedAt: updatedAt,
  };
}
