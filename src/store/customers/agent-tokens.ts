import type { AgentToken } from "../../domain/customers/agent-token.ts";
import { int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type AgentTokenStore = ReturnType<typeof agentTokenStore>;

export type NewAgentToken = Pick<AgentToken, "memberId" | "name" | "createdAt" | "expiresAt"> & {
  readonly tokenHash: string;
  /** Who makes it, for the audit. */
  readonly by: string;
};

/** A token with whose it is. */
export type ListedAgentToken = AgentToken & {
  /** Null: whoever it was is not known any more. */
  readonly memberName: string | null;
};

/** The tokens by which programs ask on a member's behalf: of each a hash alone. */
export function agentTokenStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps a token and notes it. @returns its number */
    add: async (token: NewAgentToken): Promise<number> => (await ADD.one(pool, token)).id,

    /** Null where no token has that hash. */
    find: (tokenHash: string): Promise<AgentToken | null> => FIND.first(pool, { tokenHash }),

    /** Notes that it was used: once a minute at most, so that a busy program writes little. */
    async used(id: number, at: Date): Promise<void> {
      await USED.run(pool, { id, at });
    },

    /** All of them, also those that are no longer good, the newest first. */
    list: (): Promise<ListedAgentToken[]> => LIST.all(pool),

    /** Ends a token for good and notes it. @returns false where there is none of that number, or it was revoked before */
    revoke: async (id: number, by: string, at: Date): Promise<boolean> =>
      (await REVOKE.run(pool, { id, by, at })) === 1,
  };
}

const ADD = statement({
  name: "customers/agent-tokens: add",
  sql: `
  WITH added AS (
    INSERT INTO agent_tokens (token_hash, member_id, name, created_at, expires_at)
    VALUES (:tokenHash, :memberId, :name, :createdAt, :expiresAt) RETURNING id, member_id
  ), noted AS (
    INSERT INTO audit_events (at, actor, action, details)
    SELECT :createdAt, :by, 'agent-token.added', jsonb_build_object('token', id, 'member', member_id) FROM added
  )
  SELECT id FROM added`,
  parameters: {
    tokenHash: text,
    memberId: text,
    name: text,
    createdAt: timestamptz,
    expiresAt: timestamptz,
    by: text,
  },
  row: { id: int4 },
});

const COLUMNS = `t.id, t.member_id AS "memberId", t.name, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
    t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"`;
const ROW = {
  id: int4,
  memberId: text,
  name: text,
  createdAt: timestamptz,
  expiresAt: timestamptz,
  lastUsedAt: nullable(timestamptz),
  revokedAt: nullable(timestamptz),
};

const FIND = statement({
  name: "customers/agent-tokens: find",
  sql: `SELECT ${COLUMNS} FROM agent_tokens t WHERE t.token_hash = :tokenHash`,
  parameters: { tokenHash: text },
  row: ROW,
});

const USED = statement({
  name: "customers/agent-tokens: used",
  sql: `UPDATE agent_tokens SET last_used_at = :at
    WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :at::timestamptz - interval '1 minute')`,
  parameters: { id: int4, at: timestamptz },
});

const LIST = statement({
  name: "customers/agent-tokens: list",
  sql: `SELECT ${COLUMNS}, m.name AS "memberName" FROM agent_tokens t
    LEFT JOIN members m ON m.slack_user_id = t.member_id ORDER BY t.id DESC`,
  row: { ...ROW, memberName: nullable(text) },
});

const REVOKE = statement({
  name: "customers/agent-tokens: revoke",
  sql: `
  WITH revoked AS (
    UPDATE agent_tokens SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL RETURNING id, member_id
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :at, :by, 'agent-token.revoked', jsonb_build_object('token', id, 'member', member_id) FROM revoked`,
  parameters: { id: int4, by: text, at: timestamptz },
});
