import { mayLinkChannel } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import type { StoppedBecause } from "../../domain/messages/account-channel.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { AccountChannelStore } from "../../store/messages/account-channels.ts";
import type { Workspace } from "../workspace.ts";
import { type WhyNotInChannelDeps, whyNotInChannel } from "./why-not-in-channel.ts";

export type LinkAccountChannelDeps = WhyNotInChannelDeps & {
  readonly customers: Pick<CustomerStore, "find">;
  readonly accountChannels: Pick<AccountChannelStore, "link" | "ofChannel" | "ofCustomer">;
  readonly workspace: Pick<Workspace, "channel" | "channelMembers" | "channelNamed">;
  readonly clock: Clock;
};

export type LinkedChannel =
  | {
      readonly kind: "linked";
      readonly customerId: number;
      readonly name: string;
      readonly channelId: string;
      readonly notices: boolean;
      /** Their channel until now; null: they had none, or it is the same. */
      readonly before: string | null;
    }
  | { readonly kind: "gone" }
  | { readonly kind: "not-yours"; readonly name: string }
  /** It was to be here, and here is no channel. */
  | { readonly kind: "no-channel" }
  | { readonly kind: "impossible"; readonly because: StoppedBecause }
  /** The channel is about somebody else. */
  | { readonly kind: "taken"; readonly name: string };

/**
 * Says which channel is about a customer.
 * @param request `named`: without its #; null: the one it is asked in
 */
export async function linkAccountChannel(
  deps: LinkAccountChannelDeps,
  request: {
    readonly customerId: number;
    readonly member: Member;
    readonly askedIn: string | null;
    readonly named: string | null;
  },
): Promise<LinkedChannel> {
  const customer = await deps.customers.find(request.customerId);
  if (customer === null) return { kind: "gone" };
  const { id: customerId, name } = customer;
  if (!mayLinkChannel(request.member, customer)) return { kind: "not-yours", name };
  const channelId = await channelMeant(deps, request);
  if (channelId === null) return request.named === null ? { kind: "no-channel" } : NOT_IN;
  const because = await whyNotInChannel(deps, channelId);
  if (because !== null) return { kind: "impossible", because };
  const before = await deps.accountChannels.ofCustomer(customerId);
  const { slackUserId: by, timeZone, locale } = request.member;
  const link = { channelId, customerId, by, at: deps.clock(), timeZone, locale: locale ?? FALLBACK_LOCALE };
  if (!(await deps.accountChannels.link(link))) return takenBy(deps, channelId);
  const isSame = before?.channelId === channelId;
  return {
    ...{ kind: "linked", customerId, name, channelId },
    notices: isSame && before.notices,
    before: isSame ? null : (before?.channelId ?? null),
  };
}

const NOT_IN: LinkedChannel = { kind: "impossible", because: "not-in" };

/** The one it is asked in comes first: it may be one whose name the bot's list does not give. */
async function channelMeant(
  { workspace }: LinkAccountChannelDeps,
  { askedIn, named }: { readonly askedIn: string | null; readonly named: string | null },
): Promise<string | null> {
  const here = askedIn === null || askedIn.startsWith("D") ? null : askedIn;
  if (named === null) return here;
  if (here !== null && (await workspace.channel(here))?.name === named) return here;
  return workspace.channelNamed(named);
}

async function takenBy(
  { accountChannels, customers }: LinkAccountChannelDeps,
  channelId: string,
): Promise<LinkedChannel> {
  const holder = await accountChannels.ofChannel(channelId);
  const customer = holder === null ? null : await customers.find(holder.customerId);
  return { kind: "taken", name: customer?.name ?? "" };
}
