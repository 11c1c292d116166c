/** What companies put before a customer's name in the name of a channel, and behind it. */
const BEFORE =
  /^(?:acc|acct|account|client|customer|cust|ext|extern|external|kunde|proj|team|客户|客戶)[-_]+/i;
const BEHIND = /[-_]+(?:acc|acct|account|client|customer|ext|external|team|support|success|project|proj)$/i;

/** The customer's name that a channel may be called after: "acc-acme" gives "acme", "ext-acme-tools-support" "acme tools". */
export function customerInChannelName(channel: string): string {
  return channel.replace(BEFORE, "").replace(BEHIND, "").replace(/[-_]+/g, " ").trim();
}
