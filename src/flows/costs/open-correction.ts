import { mayCorrectEntry } from "../../domain/access.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
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
      /** The books of its days are closed: a correction still counts, and is seen as one. */
      readonly isClosed: boolean;
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
  const isClosed = beginsIn(entry, await costLedger.closedThrough());
  if (!mayCorrectEntry(member, { createdBy: entry.createdBy, isClosed })) return { kind: "not-yours" };
  const [nowMinor, named] = await Promise.all([costLedger.worth(id), nameEntry(deps, entry)]);
  return { kind: "open", ...named, nowMinor, isClosed };
}

const beginsIn = ({ fromDay }: LedgerEntry, closedThrough: string | null) =>
  closedThrough !== null && fromDay <= closedThrough;
