import type { Surface } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import type { MoneyReadStore } from "../../store/customers/money-reads.ts";

export type NoteMoneyReadDeps = {
  /** Left out: nobody in particular reads, as in a preview. */
  readonly moneyReads?: Pick<MoneyReadStore, "note">;
};

/**
 * Notes whose amounts somebody is about to see. It comes before the answer, so that nothing is shown that is not noted.
 * @param read.reader null: whoever sits at the command line, who may have everything
 * @param read.customerIds `ALL_CUSTOMERS`: a report over all
 */
export async function noteMoneyRead(
  { moneyReads }: NoteMoneyReadDeps,
  read: {
    readonly reader: Pick<Member, "slackUserId"> | null;
    readonly surface: Surface;
    readonly customerIds: readonly number[];
    readonly at: Date;
  },
): Promise<void> {
  const { reader, ...seen } = read;
  if (reader !== null) await moneyReads?.note({ memberId: reader.slackUserId, ...seen });
}
