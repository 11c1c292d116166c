/** Names, measures and formats that are the same in every language. */
const STAY = new Set(
  (
    "Mainstay Slack GRR NRR CLV CAC RFM NPS CSAT CES CSV PSI AOV AUC ROC PR ECE CRM HTTP UTC EUR USD GBP CNY TWD JPY " +
    "UT UTF PostgreSQL JSON TSV TXT ZIP NUL MB IANA ASCII jq systemd timesyncd chrony TMPDIR Europe Berlin Shopify WooCommerce Stripe HubSpot Salesforce Zoho Zendesk Intercom Pipedrive Xero QuickBooks Excel category English Acme Globex"
  ).split(" "),
);

/**
 * The words of two and more Latin letters in a text that are no command, mention, link, sign, field of a file or name that
 * stays as it is: English that nobody translated.
 */
export function latinLeftIn(text: string): string[] {
  // A name in which Slack would find a link is taken apart by it.
  const spoken = text
    .replaceAll("\u200b", "")
    .replaceAll(
      /`[^`]*`|<[^>]*>|&(?:lt|gt|amp);|[A-Z]{2,3}(?=[$¥])|https?:\S+|\/(?:customer|invite)[ \w%.,-]*|:[a-z_]+:/g,
      " ",
    )
    .replaceAll(/[\w.-]*_[\w.-]*|[\w/-]*\.[a-z]{2,}|[\w.+-]+@[\w.-]+|[A-Z]-?\d+/g, " ");
  return [...spoken.matchAll(/(?<!\p{L})[A-Za-z]{2,}(?!\p{L}*[à-ž])/gu)]
    .map(({ 0: word }) => word)
    .filter((word) => !STAY.has(word));
}
