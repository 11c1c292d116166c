import type { StepOutcome, WorkflowStepName } from "../../domain/outreach/workflow-step.ts";
import { noteIn } from "../database/audit.ts";
import {
  bool,
  float4,
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type WorkflowStepStore = ReturnType<typeof workflowStepStore>;

/** A step by Slack's id of its execution, and for whom it runs. */
export type BegunStep = {
  readonly executionId: string;
  readonly step: WorkflowStepName | "unknown";
  /** Slack user id; empty where the workflow names nobody. */
  readonly memberId: string;
  readonly customerId: number | null;
};

export type EndedStep = { readonly executionId: string; readonly outcome: StepOutcome };

/** Steps of workflows until Slack was told how each ended. Each is begun, ended and told once. */
export function workflowStepStore(database: Database) {
  const { pool } = database;
  return {
    /** Keeps how a step ended, with the note of it. @returns false where that was kept before */
    end: (begun: BegunStep, outcome: StepOutcome, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await END.run(client, { ...begun, outcome, at })) === 0) return false;
        const { customerId, memberId: actor, step } = begun;
        const details = { step, ended: outcome.kind };
        await noteIn(client, { at, actor, action: "workflow-step.ended", customerId, details });
        return true;
      }),

    /** Begins to wait for a risk. @param threshold 0–1 @returns false where it was begun before */
    wait: async (begun: BegunStep, threshold: number, until: Date, at: Date): Promise<boolean> =>
      (await WAIT.run(pool, { ...begun, threshold, until, at })) > 0,

    /** Steps that wait, by their ids after `after`, each with the newest score of its customer. */
    waiting: (after: string, limit: number): Promise<WaitingStep[]> => WAITING.all(pool, { after, limit }),

    /** From which side a step waits. */
    beganAbove: (executionId: string, above: boolean): Promise<void> =>
      BEGAN_ABOVE.run(pool, { executionId, above }).then(() => {}),

    /** Ends that Slack has to be told of, each taken until `retryAt`. */
    takeUntold: (now: Date, retryAt: Date, limit: number): Promise<UntoldStep[]> =>
      TAKE_UNTOLD.all(pool, { now, retryAt, limit }),

    told: (executionId: string, at: Date): Promise<void> =>
      TOLD.run(pool, { executionId, at }).then(() => {}),

    /** Forgets what Slack was told of before a moment. @returns how many */
    forget: (before: Date): Promise<number> => FORGET.run(pool, { before }),
  };
}

/** @property threshold 0–1 @property probability the newest score, 0–1; null: there is none */
export type WaitingStep = BegunStep & {
  readonly threshold: number;
  readonly beganAbove: boolean | null;
  readonly waitUntil: Date;
  readonly name: string | null;
  readonly probability: number | null;
};

export type UntoldStep = {
  readonly executionId: string;
  readonly attempts: number;
  /** Null: what it said was erased meanwhile. */
  readonly outcome: StepOutcome | null;
  /** Of whoever it runs for. */
  readonly locale: string | null;
};

const END = statement({
  name: "outreach/workflow-steps: end",
  sql: `
  INSERT INTO workflow_steps (execution_id, step, member_id, customer_id, began_at, outcome, ended_at, next_attempt_at)
  VALUES (:executionId, :step, :memberId, :customerId, :at, :outcome, :at, :at)
  ON CONFLICT (execution_id) DO UPDATE SET outcome = excluded.outcome, ended_at = excluded.ended_at,
    next_attempt_at = excluded.next_attempt_at
  WHERE workflow_steps.ended_at IS NULL`,
  parameters: {
    ...{ executionId: text, step: text, memberId: text, customerId: nullable(int4) },
    ...{ outcome: json<StepOutcome>(), at: timestamptz },
  },
});

const WAIT = statement({
  name: "outreach/workflow-steps: wait",
  sql: `
  INSERT INTO workflow_steps (execution_id, step, member_id, customer_id, began_at, threshold, wait_until)
  VALUES (:executionId, :step, :memberId, :customerId, :at, :threshold, :until) ON CONFLICT (execution_id) DO NOTHING`,
  parameters: {
    ...{ executionId: text, step: text, memberId: text, customerId: nullable(int4) },
    ...{ threshold: float4, until: timestamptz, at: timestamptz },
  },
});

/** Of a customer who was joined into another, the other's risk. */
const WAITING = statement({
  name: "outreach/workflow-steps: waiting",
  sql: `
  SELECT w.execution_id AS "executionId", w.member_id AS "memberId", w.customer_id AS "customerId",
    w.threshold, w.began_above AS "beganAbove", w.wait_until AS "waitUntil", c.name, s.probability, 'await_risk' AS step
  FROM workflow_steps w
  LEFT JOIN customers own ON own.id = w.customer_id
  LEFT JOIN customers c ON c.id = COALESCE(own.joined_into, own.id)
  LEFT JOIN LATERAL (
    SELECT probability FROM scores WHERE customer_id = c.id ORDER BY as_of DESC LIMIT 1
  ) s ON true
  WHERE w.told_at IS NULL AND w.ended_at IS NULL AND w.threshold IS NOT NULL AND w.wait_until IS NOT NULL
    AND w.execution_id > :after
  ORDER BY w.execution_id LIMIT :limit`,
  parameters: { after: text, limit: int8 },
  row: {
    ...{ executionId: text, memberId: text, customerId: nullable(int4), threshold: float4 },
    ...{ beganAbove: nullable(bool), waitUntil: timestamptz, name: nullable(text) },
    ...{ probability: nullable(float4), step: textOf<WorkflowStepName>() },
  },
});

const BEGAN_ABOVE = statement({
  name: "outreach/workflow-steps: began above",
  sql: "UPDATE workflow_steps SET began_above = :above WHERE execution_id = :executionId AND began_above IS NULL",
  parameters: { executionId: text, above: bool },
});

const TAKE_UNTOLD = statement({
  name: "outreach/workflow-steps: take untold",
  sql: `
  UPDATE workflow_steps w SET attempts = w.attempts + 1, next_attempt_at = :retryAt::timestamptz
  FROM (
    SELECT execution_id FROM workflow_steps
    WHERE told_at IS NULL AND ended_at IS NOT NULL AND next_attempt_at <= :now::timestamptz
    ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED
  ) due
  WHERE w.execution_id = due.execution_id
  RETURNING w.execution_id AS "executionId", w.attempts, w.outcome,
    (SELECT locale FROM members WHERE slack_user_id = w.member_id) AS locale`,
  parameters: { now: timestamptz, retryAt: timestamptz, limit: int8 },
  row: {
    ...{ executionId: text, attempts: int4, outcome: nullable(json<StepOutcome>()), locale: nullable(text) },
  },
});

const TOLD = statement({
  name: "outreach/workflow-steps: told",
  sql: "UPDATE workflow_steps SET told_at = :at, next_attempt_at = NULL WHERE execution_id = :executionId",
  parameters: { executionId: text, at: timestamptz },
});

const FORGET = statement({
  name: "outreach/workflow-steps: forget",
  sql: "DELETE FROM workflow_steps WHERE told_at < :before",
  parameters: { before: timestamptz },
});
