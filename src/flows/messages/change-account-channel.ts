import { mayLinkChannel } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { StoppedBecause } from "../../domain/messages/account-channel.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { AccountChannelStore } from "../../store/messages/account-channels.ts";
import { type WhyNotInChannelDeps, whyNotInChannel } from "./why-not-in-channel.ts";

export type ChangeAccountChannelDeps = WhyNotInChannelDeps & {
  readonly customers: Pick<CustomerStore, "find">;
  readonly accountChannels: Pick<AccountChannelStore, "ofCustomer" | "setNotices" | "unlink">;
  readonly clock: Clock;
};

export type ChangedAccountChannel =
  | {
      readonly kind: "changed";
      readonly customerId: number;
      readonly name: string;
      readonly channelId: string;
    }
  | { readonly kind: "gone" }
  | { readonly kind: "not-yours"; readonly name: string }
  | { readonly kind: "none"; readonly name: string }
  | { readonly kind: "impossible"; readonly because: StoppedBecause };

/** Takes a customer's channel away, or turns what is said there on or off. */
export async function changeAccountChannel(
  deps: ChangeAccountChannelDeps,
  request: {
    readonly customerId: number;
    readonly member: Member;
    readonly change: "unlink" | "notices-on" | "notices-off";
  },
): Promise<ChangedAccountChannel> {
  const { member, change } = request;
  const customer = await deps.customers.find(request.customerId);
  if (customer === null) return { kind: "gone" };
  const { id: customerId, name } = customer;
  if (!mayLinkChannel(member, customer)) return { kind: "not-yours", name };
  const linked = await deps.accountChannels.ofCustomer(customerId);
  if (linked === null) return { kind: "none", name };
  const because = change === "notices-on" ? await whyNotInChannel(deps, linked.channelId) : null;
  if (because !== null) return { kind: "impossible", because };
  const by = { customerId, by: member.slackUserId, at: deps.clock() };
  const isDone =
    change === "unlink"
      ? await deps.accountChannels.unlink(by)
      : await deps.accountChannels.setNotices({ ...by, on: change === "notices-on" });
  return isDone ? { kind: "changed", customerId, name, channelId: linked.channelId } : { kind: "none", name };
}
