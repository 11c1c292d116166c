import { maySeeCompanyMoney } from "../domain/access.ts";
import type { Member } from "../domain/customer.ts";
import type { Workspace } from "./workspace.ts";

export type MoneyPlaceDeps = { readonly workspace: Pick<Workspace, "channel"> };

/** Why somebody is not shown what customers are worth. */
export type MoneyRefused = { readonly kind: "not-allowed" | "shared-channel" };

/** Null where a reader may see the money of all customers, in this channel. */
export async function moneyRefused(
  deps: MoneyPlaceDeps,
  reader: Member,
  channelId: string | null,
): Promise<MoneyRefused | null> {
  if (!maySeeCompanyMoney(reader)) return { kind: "not-allowed" };
  return (await isReadByOthers(deps, channelId)) ? { kind: "shared-channel" } : null;
}

/**
 * Whether another organisation reads a channel. A conversation nobody can look into is a direct one, or one without the
 * bot, where only the reader sees the answer.
 */
export async function isReadByOthers(
  { workspace }: MoneyPlaceDeps,
  channelId: string | null,
): Promise<boolean> {
  const channel = channelId === null ? null : await workspace.channel(channelId);
  return channel?.shared === true;
}
