import { mayLinkChannel } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import type { AccountChannel } from "../../domain/messages/account-channel.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { AccountChannelStore } from "../../store/messages/account-channels.ts";

export type ReadAccountChannelDeps = {
  readonly customers: Pick<CustomerStore, "find">;
  readonly accountChannels: Pick<AccountChannelStore, "ofCustomer">;
};

export type ReadAccountChannel =
  | {
      readonly kind: "read";
      readonly customerId: number;
      readonly name: string;
      readonly channel: AccountChannel | null;
      /** Whether whoever asks may change it. */
      readonly mayChange: boolean;
    }
  | { readonly kind: "gone" };

/** Which channel is about a customer. */
export async function readAccountChannel(
  { customers, accountChannels }: ReadAccountChannelDeps,
  request: { readonly customerId: number; readonly member: Member },
): Promise<ReadAccountChannel> {
  const customer = await customers.find(request.customerId);
  if (customer === null) return { kind: "gone" };
  const { id: customerId, name } = customer;
  const channel = await accountChannels.ofCustomer(customerId);
  return { kind: "read", customerId, name, channel, mayChange: mayLinkChannel(request.member, customer) };
}
