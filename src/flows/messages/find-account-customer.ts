import type { AccountChannelStore } from "../../store/messages/account-channels.ts";

export type FindAccountCustomerDeps = {
  readonly accountChannels: Pick<AccountChannelStore, "ofChannel">;
};

/** Whom a channel is about; null where nobody linked it. */
export async function findAccountCustomer(
  { accountChannels }: FindAccountCustomerDeps,
  channelId: string,
): Promise<number | null> {
  return (await accountChannels.ofChannel(channelId))?.customerId ?? null;
}
