import { maySeeMoney, type Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type TracedAnswer, type TraceFigureDeps, type TraceQuestion, traceFigure } from "./trace-figure.ts";

export type ShowCustomerRowsDeps = TraceFigureDeps &
  NoteMoneyReadDeps & { readonly customers: Pick<CustomerStore, "find">; readonly clock: Clock };

export type ShowCustomerRowsRequest = Omit<TraceQuestion, "customerId"> & {
  readonly customerId: number;
  readonly reader: Member;
  readonly place: Place;
};

export type ShownCustomerRows =
  | (TracedAnswer & { readonly name: string })
  | { readonly kind: "gone" | "not-your-account" };

/** The rows of one customer's figure, for a reader who may see it there. */
export async function showCustomerRows(
  deps: ShowCustomerRowsDeps,
  { reader, place, ...question }: ShowCustomerRowsRequest,
): Promise<ShownCustomerRows> {
  const customer = await deps.customers.find(question.customerId);
  if (customer === null) return { kind: "gone" };
  if (!maySeeMoney(reader, customer, place)) return { kind: "not-your-account" };
  const read = { reader, surface: "customer-rows", customerIds: [customer.id], at: deps.clock() } as const;
  await noteMoneyRead(deps, read);
  return { ...(await traceFigure(deps, question)), name: customer.name };
}
