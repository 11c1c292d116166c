import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import type { NamedEntry } from "./name-entry.ts";
import { type OpenCorrection, type OpenCorrectionDeps, openCorrection } from "./open-correction.ts";

export type CorrectCostAsMemberDeps = OpenCorrectionDeps & {
  readonly costLedger: Pick<CostLedgerStore, "correct">;
  readonly clock: Clock;
};

export type CorrectCostAsMember = {
  readonly id: number;
  readonly member: Member;
  /** What the entry should be worth, in minor units of its currency; 0 takes it back. */
  readonly toMinor: number;
  readonly note: string | null;
};

export type CorrectedAsMember =
  | (NamedEntry & {
      readonly kind: "corrected";
      readonly correctionId: number;
      readonly beforeMinor: number;
      readonly nowMinor: number;
      readonly isClosed: boolean;
    })
  | { readonly kind: "refused"; readonly problem: Phrase }
  | Exclude<OpenCorrection, { kind: "open" }>;

/** Changes what an entry is worth by a further one, where the member may; nothing that was recorded is touched. */
export async function correctCostAsMember(
  deps: CorrectCostAsMemberDeps,
  { id, member, toMinor, note }: CorrectCostAsMember,
): Promise<CorrectedAsMember> {
  const opened = await openCorrection(deps, { id, member });
  if (opened.kind !== "open") return opened;
  const change = { by: member.slackUserId, at: deps.clock() };
  const result = await deps.costLedger.correct(id, { toMinor }, note, change);
  if (result.kind !== "corrected") return result;
  const { correction, nowMinor } = result;
  const beforeMinor = nowMinor - correction.amountMinor;
  return { ...opened, kind: "corrected", correctionId: correction.id, beforeMinor, nowMinor };
}
