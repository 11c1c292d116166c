import type { Clock } from "../../domain/clock.ts";
import type { auditStore } from "../../store/database/audit.ts";

export type NoteAgentCallDeps = {
  readonly audit: Pick<ReturnType<typeof auditStore>, "note">;
  readonly clock: Clock;
};

/** Notes which tool a program called on a member's behalf, and what came of it; never what was asked or answered. */
export async function noteAgentCall(
  { audit, clock }: NoteAgentCallDeps,
  call: {
    readonly memberId: string;
    readonly customerId: number | null;
    readonly tool: string;
    readonly outcome: string;
    /** "slackbot", or the token's number. */
    readonly by: string;
  },
): Promise<void> {
  const { memberId: actor, customerId, ...details } = call;
  await audit.note({ at: clock(), actor, action: "agent.asked", customerId, details });
}
