import type { accountChannels as english } from "../en/account-channels.ts";
import type { Translation } from "../translation.ts";

/** The channel of the team that is about a customer, and what is said there. For reps and managers. */
export const accountChannels: Translation<typeof english> = {
  "account-channel.linked":
    "{channel} 现在是 *{name}* 的频道{instead, select, yes {，取代 {before}} other {}}。在那里只输入 `/customer` 就会显示客户卡片。除非您要，我不会主动在那里发消息。",
  "account-channel.offer":
    "风险变动或该跟进时，我可以在那里发消息：不含金额，同类消息一周最多一次，已告诉负责人的不再重复。",
  "account-channel.is":
    "{channel} 是 *{name}* 的频道。{notices, select, yes {风险变动或该跟进时，我会在那里发消息，不含金额。} other {我不会主动在那里发消息。}}",
  "account-channel.none":
    "*{name}* 没有频道。输入 `/customer {name} channel #acc-acme` ，或在该频道输入 `/customer {name} channel here` 。",
  "account-channel.not-yours": "只有 *{name}* 的负责人、主管和运营人员能指定频道。请向他们提出。",
  "account-channel.no-channel":
    "这里不是频道。请指定一个，例如 `/customer acme channel #acc-acme` ，或在该频道输入。",
  "account-channel.impossible.shared":
    "其他组织看得到那个频道，所以不在那里谈客户。请选只有公司自己人的频道。",
  "account-channel.impossible.guests": "访客看得到那个频道，所以不在那里发客户的消息。请选没有访客的频道。",
  "account-channel.impossible.archived": "那个频道已归档。请取消归档，或选另一个频道。",
  "account-channel.impossible.not-in":
    "我不在这个频道。请在那里输入 `/invite @Mainstay` 邀请我，再输入一次。",
  "account-channel.taken": "那个频道属于 *{name}* 。一个频道只对一位客户：请先解除，或选另一个频道。",
  "account-channel.unlinked": "{channel} 不再是 *{name}* 的频道。",
  "account-channel.notices.on": "工作日十点，若 *{name}* 的风险变动或该跟进，我会在 {channel} 发消息。",
  "account-channel.notices.off": "我不再主动在 {channel} 发消息。",
  "account-channel.button.on": "在那里发消息",
  "account-channel.button.off": "不发消息",
  "account-channel.button.unlink": "解除关联",
  "account-channel.stopped":
    "我已停止在 {channel} 发 *{name}* 的消息：{because, select, shared {其他组织现在看得到} guests {访客现在看得到} archived {频道已归档} other {我已不在其中}}。",
  "account-channel.stopped.next":
    "排除后，按 *在那里发消息* 重新开启；或用 `/customer {name} channel #acc-acme` 选另一个频道。",

  "account-notice.moved": "*风险 {before} → {now}* ，{days, number} 天内",
  "account-notice.moved.because": "*风险 {before} → {now}* ，{days, number} 天内：{reason}",
  "account-notice.due": "*该做的事：{action}*",
};
