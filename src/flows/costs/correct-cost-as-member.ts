import type { Day } from "../../domain/calendar.ts";
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
      /** One, or two where days of the entry are open and others closed. */
      readonly correctionIds: readonly number[];
      readonly beforeMinor: number;
      readonly nowMinor: number;
      readonly closedThrough: Day | null;
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
  const { corrections, nowMinor } = result;
  const byMinor = corrections.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const correctionIds = corrections.map((correction) => correction.id);
  return { ...opened, kind: "corrected", correctionIds, beforeMinor: nowMinor - byMinor, nowMinor };
}
