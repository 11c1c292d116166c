import type { AgentAction } from "../../domain/customers/agent-action.ts";
import { int4, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type AgentActionStore = ReturnType<typeof agentActionStore>;

export type ShownAction = {
  /** Nobody can guess it. */
  readonly id: string;
  /** Who alone may confirm it. */
  readonly caller: string;
  readonly customerId: number;
  readonly action: AgentAction;
  readonly shownAt: Date;
};

/** What programs were told that they would do, until it is confirmed. */
export function agentActionStore({ pool }: Pick<Database, "pool">) {
  return {
    async keep(shown: ShownAction): Promise<void> {
      await KEEP.run(pool, shown);
    },

    /** What was shown to a caller under an id; null: nothing. */
    find: (id: string, caller: string) => FIND.first(pool, { id, caller }),

    /** Takes an action to do it, for `CLAIM`. @returns false where somebody else is at it, or it is done */
    claim: async (id: string, at: Date): Promise<boolean> => (await CLAIM_IT.run(pool, { id, at })) === 1,

    /** It was done. */
    async done(id: string, at: Date): Promise<void> {
      await DONE.run(pool, { id, at });
    },

    /** Gives a claimed action back: it was not done. */
    async release(id: string): Promise<void> {
      await RELEASE.run(pool, { id });
    },

    /** Forgets what was shown before. */
    async forgetOld(before: Date): Promise<void> {
      await FORGET.run(pool, { before });
    },
  };
}

/** Far longer than it takes: whoever is not done by then has ended. Chosen. */
const CLAIM = "interval '30 seconds'";

const KEEP = statement({
  name: "customers/agent-actions: keep",
  sql: `INSERT INTO agent_actions (id, caller, customer_id, action, shown_at)
    VALUES (:id, :caller, :customerId, :action, :shownAt)`,
  parameters: {
    id: text,
    caller: text,
    customerId: int4,
    action: json<AgentAction>(),
    shownAt: timestamptz,
  },
});

const FIND = statement({
  name: "customers/agent-actions: find",
  sql: `SELECT customer_id AS "customerId", action, shown_at AS "shownAt", done_at AS "doneAt"
    FROM agent_actions WHERE id = :id AND caller = :caller`,
  parameters: { id: text, caller: text },
  row: {
    customerId: int4,
    action: json<AgentAction>(),
    shownAt: timestamptz,
    doneAt: nullable(timestamptz),
  },
});

const CLAIM_IT = statement({
  name: "customers/agent-actions: claim",
  sql: `UPDATE agent_actions SET claimed_until = :at::timestamptz + ${CLAIM}
    WHERE id = :id AND done_at IS NULL AND (claimed_until IS NULL OR claimed_until <= :at)`,
  parameters: { id: text, at: timestamptz },
});

const DONE = statement({
  name: "customers/agent-actions: done",
  sql: "UPDATE agent_actions SET done_at = :at, claimed_until = NULL WHERE id = :id",
  parameters: { id: text, at: timestamptz },
});

const RELEASE = statement({
  name: "customers/agent-actions: release",
  sql: "UPDATE agent_actions SET claimed_until = NULL WHERE id = :id AND done_at IS NULL",
  parameters: { id: text },
});

const FORGET = statement({
  name: "customers/agent-actions: forget old",
  sql: "DELETE FROM agent_actions WHERE shown_at < :before",
  parameters: { before: timestamptz },
});
