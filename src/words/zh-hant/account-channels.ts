import type { accountChannels as english } from "../en/account-channels.ts";
import type { Translation } from "../translation.ts";

/** The channel of the team that is about a customer, and what is said there. For reps and managers. */
export const accountChannels: Translation<typeof english> = {
  "account-channel.linked":
    "{channel} 現在是 *{name}* 的頻道{instead, select, yes {，取代 {before}} other {}}。在那裡只輸入 `/customer` 就會顯示客戶卡片。除非您要，我不會主動在那裡發訊息。",
  "account-channel.offer":
    "風險變動或該跟進時，我可以在那裡發訊息：不含金額，同類訊息一週最多一次，已告訴負責人的不再重複。",
  "account-channel.is":
    "{channel} 是 *{name}* 的頻道。{notices, select, yes {風險變動或該跟進時，我會在那裡發訊息，不含金額。} other {我不會主動在那裡發訊息。}}",
  "account-channel.none":
    "*{name}* 沒有頻道。輸入 `/customer {name} channel #acc-acme` ，或在該頻道輸入 `/customer {name} channel here` 。",
  "account-channel.not-yours": "只有 *{name}* 的負責人、主管和營運人員能指定頻道。請向他們提出。",
  "account-channel.no-channel":
    "這裡不是頻道。請指定一個，例如 `/customer acme channel #acc-acme` ，或在該頻道輸入。",
  "account-channel.impossible.shared":
    "其他組織看得到那個頻道，所以不在那裡談客戶。請選只有公司自己人的頻道。",
  "account-channel.impossible.guests": "訪客看得到那個頻道，所以不在那裡發客戶的訊息。請選沒有訪客的頻道。",
  "account-channel.impossible.archived": "那個頻道已封存。請解除封存，或選另一個頻道。",
  "account-channel.impossible.not-in":
    "我不在這個頻道。請在那裡輸入 `/invite @Mainstay` 邀請我，再輸入一次。",
  "account-channel.taken": "那個頻道屬於 *{name}* 。一個頻道只對一位客戶：請先解除，或選另一個頻道。",
  "account-channel.unlinked": "{channel} 不再是 *{name}* 的頻道。",
  "account-channel.notices.on": "工作日十點，若 *{name}* 的風險變動或該跟進，我會在 {channel} 發訊息。",
  "account-channel.notices.off": "我不再主動在 {channel} 發訊息。",
  "account-channel.button.on": "在那裡發訊息",
  "account-channel.button.off": "不發訊息",
  "account-channel.button.unlink": "解除連結",
  "account-channel.stopped":
    "我已停止在 {channel} 發 *{name}* 的訊息：{because, select, shared {其他組織現在看得到} guests {訪客現在看得到} archived {頻道已封存} other {我已不在其中}}。",
  "account-channel.stopped.next":
    "排除後，按 *在那裡發訊息* 重新開啟；或用 `/customer {name} channel #acc-acme` 選另一個頻道。",

  "account-notice.moved": "*風險 {before} → {now}* ，{days, number} 天內",
  "account-notice.moved.because": "*風險 {before} → {now}* ，{days, number} 天內：{reason}",
  "account-notice.due": "*該做的事：{action}*",
};
