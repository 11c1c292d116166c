import type { LinkedChannel } from "../../../flows/messages/link-account-channel.ts";
import { sayIn } from "../../../words/say.ts";
import { escapeMrkdwn } from "../../blocks/escape.ts";
import { accountChannelMessage, channelText } from "../../blocks/messages/account-channel.ts";
import { noticeOf } from "../../blocks/messages/notices.ts";
import type { NamedRequest, PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** What may stand behind `/customer acme channel`; a channel has its # so that no name is taken for one. */
export const ACCOUNT_CHANNEL =
  /^(.+?)\s+channel(?:\s+(off|關閉|关闭|here|這裡|这里|notices\s+(?:on|off)|#\S+|<#\w+(?:\|[^>]*)?>))?$/iu;

const NAME_LENGTH = 100;

/** `/customer acme channel [#acc-acme|here|off|notices on|notices off]`: which channel of the team is about a customer. */
export async function accountChannelCommand(
  customerId: number,
  tools: PermittedTools,
  { request, rest }: NamedRequest,
): Promise<void> {
  if (rest === null) return showAccountChannel(customerId, tools);
  if (/^(?:off|關閉|关闭)$/i.test(rest)) return changeChannel(customerId, "unlink", tools);
  const notices = /^notices\s+(on|off)$/i.exec(rest)?.[1]?.toLowerCase();
  if (notices !== undefined)
    return changeChannel(customerId, notices === "on" ? "notices-on" : "notices-off", tools);
  await linkChannel(customerId, channelIn(rest, request.channelId), tools);
}

type Meant = { readonly askedIn: string | null; readonly named: string | null };

/** Slack hands a channel over as it was typed, or as `<#C1|name>`. */
function channelIn(typed: string, askedIn: string | null): Meant {
  const [, id, name] = /^<#(\w+)(?:\|([^>]*))?>$/.exec(typed) ?? [];
  if (id !== undefined) return name ? { askedIn, named: name } : { askedIn: id, named: null };
  return typed.startsWith("#") ? { askedIn, named: typed.slice(1) } : { askedIn, named: null };
}

async function linkChannel(customerId: number, meant: Meant, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader, clock } = tools;
  const locale = readerLocale(reader);
  const linked = await flows.linkAccountChannel({ customerId, member: reader, ...meant });
  if (linked.kind !== "linked") return answer.privately(whyNotLinked(linked, locale));
  const { name, channelId, before, notices } = linked;
  const say = sayIn(locale);
  const told = {
    channel: channelText(channelId),
    name: escapeMrkdwn(name, NAME_LENGTH),
    instead: before === null ? "no" : "yes",
    before: channelText(before ?? channelId),
  };
  const lines = [say("account-channel.linked", told), ...(notices ? [] : [say("account-channel.offer")])];
  const shown = { customerId: linked.customerId, name, lines, change: { notices }, shownAt: clock() };
  await answer.privately(accountChannelMessage(shown, locale));
}

type Locale = ReturnType<typeof readerLocale>;

function whyNotLinked(refused: Exclude<LinkedChannel, { kind: "linked" }>, locale: Locale) {
  switch (refused.kind) {
    case "gone":
      return noticeOf("notice.gone", locale);
    case "no-channel":
      return noticeOf("account-channel.no-channel", locale);
    case "impossible":
      return noticeOf(`account-channel.impossible.${refused.because}`, locale);
    case "not-yours":
    case "taken":
      return noticeOf(`account-channel.${refused.kind}`, locale, {
        name: escapeMrkdwn(refused.name, NAME_LENGTH),
      });
  }
}

async function showAccountChannel(
  customerId: number,
  { flows, answer, reader, clock }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const read = await flows.readAccountChannel({ customerId, member: reader });
  if (read.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  const { channel, mayChange } = read;
  const say = sayIn(locale);
  const name = escapeMrkdwn(read.name, NAME_LENGTH);
  if (channel === null) return answer.privately(noticeOf("account-channel.none", locale, { name }));
  const told = { channel: channelText(channel.channelId), name };
  const is = say("account-channel.is", { ...told, notices: channel.notices ? "yes" : "no" });
  const stopped =
    channel.stoppedBecause === null
      ? []
      : [say("account-channel.stopped", { ...told, because: channel.stoppedBecause })];
  const shown = { customerId: read.customerId, name: read.name, lines: [is, ...stopped], shownAt: clock() };
  await answer.privately(accountChannelMessage({ ...shown, change: mayChange ? channel : null }, locale));
}

/** Says what came of a change, also where a button asked for it. */
export async function changeChannel(
  customerId: number,
  change: "unlink" | "notices-on" | "notices-off",
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const changed = await flows.changeAccountChannel({ customerId, member: reader, change });
  if (changed.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  if (changed.kind === "impossible")
    return answer.privately(noticeOf(`account-channel.impossible.${changed.because}`, locale));
  const name = escapeMrkdwn(changed.name, NAME_LENGTH);
  if (changed.kind !== "changed")
    return answer.privately(noticeOf(`account-channel.${changed.kind}`, locale, { name }));
  const told = { channel: channelText(changed.channelId), name };
  await answer.privately(noticeOf(DONE[change], locale, told));
}

const DONE = {
  unlink: "account-channel.unlinked",
  "notices-on": "account-channel.notices.on",
  "notices-off": "account-channel.notices.off",
} as const;
