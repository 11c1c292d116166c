import type { Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { type CustomerHistory, historyPage } from "../../domain/outreach/history.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { HistoryStore } from "../../store/outreach/history.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";

export type LoadHistoryDeps = NoteMoneyReadDeps & {
  readonly customers: Pick<CustomerStore, "find">;
  readonly history: Pick<HistoryStore, "page">;
  readonly clock: Clock;
};

export type LoadedHistory =
  | { readonly kind: "history"; readonly history: CustomerHistory; readonly now: Date }
  | { readonly kind: "gone" };

/**
 * What happened with one customer, for the member who asked.
 * @param request `upTo`: as of when the first page was read; left out: now. `page`: from 0, the newest
 */
export async function loadHistory(
  deps: LoadHistoryDeps,
  request: {
    readonly customerId: number;
    readonly member: Member;
    readonly place: Place;
    readonly page?: number;
    readonly upTo?: Date;
  },
): Promise<LoadedHistory> {
  const now = deps.clock();
  const { customerId, member, place, page = 0, upTo = now } = request;
  const customer = await deps.customers.find(customerId);
  if (customer === null) return { kind: "gone" };
  const found = await deps.history.page({ customerId, upTo, timeZone: member.timeZone, page });
  const history = historyPage(customer, found, { page, upTo }, { reader: member, place });
  if (history.showsMoney)
    await noteMoneyRead(deps, { reader: member, surface: "history", customerIds: [customerId], at: now });
  return { kind: "history", history, now };
}
