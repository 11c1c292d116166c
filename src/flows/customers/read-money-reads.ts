import type { Day } from "../../domain/calendar.ts";
import { type FoundPerson, findPerson } from "../../domain/customers/find-person.ts";
import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";
import type { MoneyReadRow, MoneyReadStore } from "../../store/customers/money-reads.ts";

export type ReadMoneyReadsDeps = {
  readonly moneyReads: Pick<MoneyReadStore, "list" | "count">;
  readonly members: Pick<MemberStore, "all">;
};

export type ReadMoneyReads = {
  readonly customerId: number | null;
  /** An e-mail, a Slack id or a whole name. */
  readonly by: string | null;
  /** The team's. */
  readonly since: Day | null;
  readonly limit: number;
};

export type MoneyReadsRead =
  | { readonly kind: "read"; readonly total: number; readonly reads: readonly MoneyReadRow[] }
  | Exclude<FoundPerson<KnownPerson>, { kind: "found" }>;

/** Who saw amounts of whom, the newest first; `total` counts also what the limit leaves out. */
export async function readMoneyReads(
  { moneyReads, members }: ReadMoneyReadsDeps,
  { customerId, by, since, limit }: ReadMoneyReads,
): Promise<MoneyReadsRead> {
  const found = by === null ? null : findPerson(by, await members.all());
  if (found !== null && found.kind !== "found") return found;
  const question = { customerId, memberId: found?.person.slackUserId ?? null, since };
  const total = await moneyReads.count(question);
  return { kind: "read", total, reads: await moneyReads.list(question, limit) };
}
