import type { Member, MemberRole } from "../../domain/customer.ts";
import type { Database } from "../database/database.ts";

export type MemberStore = ReturnType<typeof memberStore>;

/** A member as kept, with when the workspace was last asked about them. */
export type KnownMember = Member & { readonly checkedAt: Date };

export function memberStore({ pool }: Database) {
  return {
    async find(slackUserId: string): Promise<KnownMember | null> {
      const { rows } = await pool.query<MemberRow>(`SELECT ${FIELDS} FROM members WHERE slack_user_id = $1`, [
        slackUserId,
      ]);
      return rows[0] ? memberFrom(rows[0]) : null;
    },

    /**
     * Keeps what the workspace says of a member. A role once kept stays, except that a rep can become a manager:
     * who may see money is the team's decision. An e-mail moves to whoever has it now.
     */
    async save(member: Member, at: Date): Promise<KnownMember> {
      const { slackUserId, name, email, role, timeZone } = member;
      if (email !== null) {
        await pool.query("UPDATE members SET email = NULL WHERE email = $1 AND slack_user_id <> $2", [
          email,
          slackUserId,
        ]);
      }
      const { rows } = await pool.query<MemberRow>(SAVE, [slackUserId, name, email, role, timeZone, at]);
      return rows[0] ? memberFrom(rows[0]) : { ...member, checkedAt: at };
    },
  };
}

const FIELDS = "slack_user_id, name, email, role, time_zone, updated_at";

const SAVE = `
  INSERT INTO members (slack_user_id, name, email, role, time_zone, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $6)
  ON CONFLICT (slack_user_id) DO UPDATE SET
    name = excluded.name, email = excluded.email, time_zone = excluded.time_zone, updated_at = excluded.updated_at,
    role = CASE WHEN members.role = 'rep' THEN excluded.role ELSE members.role END
  RETURNING ${FIELDS}`;

type MemberRow = {
  slack_user_id: string;
  name: string;
  email: string | null;
  role: MemberRole;
  time_zone: string;
  updated_at: Date;
};

function memberFrom(row: MemberRow): KnownMember {
  return {
    slackUserId: row.slack_user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    timeZone: row.time_zone,
    checkedAt: row.updated_at,
  };
}
