import { mayCorrectEntry } from "../../domain/access.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";
import { type NamedEntry, type NameEntryDeps, nameEntry } from "./name-entry.ts";

export type OpenCorrectionDeps = NameEntryDeps & {
  readonly costLedger: Pick<CostLedgerStore, "find" | "worth" | "closedThrough">;
};

export type OpenCorrection =
  | (NamedEntry & {
      readonly kind: "open";
      /** What it is worth with all its corrections, in minor units. */
      readonly nowMinor: number;
      /** The last closed day, where days of the entry are closed: what changes there counts on the next; else null. */
      readonly closedThrough: Day | null;
    })
  | { readonly kind: "unknown-entry" }
  | { readonly kind: "not-yours" };

/** An entry that a member wants to correct or take back, where they may. */
export async function openCorrection(
  deps: OpenCorrectionDeps,
  { id, member }: { readonly id: number; readonly member: Member },
): Promise<OpenCorrection> {
  const { costLedger } = deps;
  const entry = await costLedger.find(id);
  if (entry === null) return { kind: "unknown-entry" };
  const closed = await costLedger.closedThrough();
  const closedThrough = closed !== null && entry.fromDay <= closed ? closed : null;
  const { createdBy } = entry;
  if (!mayCorrectEntry(member, { createdBy, isClosed: closedThrough !== null })) return { kind: "not-yours" };
  const [nowMinor, named] = await Promise.all([costLedger.worth(id), nameEntry(deps, entry)]);
  return { kind: "open", ...named, nowMinor, closedThrough };
}
