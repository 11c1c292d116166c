import { customerInChannelName } from "../../domain/asking/channel-customer.ts";
import { queryKey } from "../../domain/customers/customer-search.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { Workspace } from "../workspace.ts";

export type FindChannelCustomerDeps = {
  readonly workspace: Pick<Workspace, "channel">;
  readonly customers: Pick<CustomerStore, "called">;
};

/** The one customer a channel is called after, to the letter; null where it is called after nobody, or after several. */
export async function findChannelCustomer(
  { workspace, customers }: FindChannelCustomerDeps,
  channelId: string,
): Promise<number | null> {
  const channel = await workspace.channel(channelId);
  const name = customerInChannelName(channel?.name ?? "");
  const keys = [queryKey(name), queryKey(name.replaceAll(" ", ""))].filter((key) => key !== "");
  if (keys.length === 0) return null;
  const [first, second] = await customers.called(keys, 2);
  return first === undefined || second !== undefined ? null : first.id;
}
