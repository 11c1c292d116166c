import type { AccountChannelStore } from "../../store/messages/account-channels.ts";

export type ListAccountTimeZonesDeps = { readonly accountChannels: Pick<AccountChannelStore, "timeZones"> };

/** The zones in which a customer's channel has its morning. */
export function listAccountTimeZones({ accountChannels }: ListAccountTimeZonesDeps): Promise<string[]> {
  return accountChannels.timeZones();
}
