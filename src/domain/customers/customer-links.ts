import { rowIdIn } from "../row-id.ts";

/** An address in a team's own system, with `{ref}` where a customer's reference stands. */
export type CrmLinkPattern = {
  /** Whose references they are; null: any source's. */
  readonly source: string | null;
  readonly pattern: string;
};

/** By which links customers are known. */
export type CustomerLinkSettings = {
  /** The bot's own address, without a slash at its end; null: none is set, so there are no links of ours. */
  readonly publicUrl: string | null;
  readonly crmPatterns: readonly CrmLinkPattern[];
};

export const NO_CUSTOMER_LINKS: CustomerLinkSettings = { publicUrl: null, crmPatterns: [] };

/** Whom a link names. */
export type LinkedCustomer =
  | { readonly by: "id"; readonly id: number }
  | { readonly by: "reference"; readonly reference: string; readonly source: string | null };

/** As long as a reference of any system we know, and a link of it. Chosen by the product. */
const LONGEST_REFERENCE = 200;
const LONGEST_LINK = 2000;

const OURS = "/c/{ref}";
const PLACE = "{ref}";

/** The address of a customer, for whoever shares it; null where the bot has none. */
export const customerLink = ({ publicUrl }: CustomerLinkSettings, customerId: number): string | null =>
  publicUrl === null ? null : `${publicUrl}${OURS.replace(PLACE, String(customerId))}`;

/** Whom a link names; null for any other link, and for one that cannot be read. */
export function customerInLink(link: string, settings: CustomerLinkSettings): LinkedCustomer | null {
  const { publicUrl, crmPatterns } = settings;
  const ours = publicUrl === null ? null : referenceIn(link, `${publicUrl}${OURS}`);
  const id = rowIdIn(ours ?? undefined);
  if (id !== null) return { by: "id", id };
  for (const { source, pattern } of crmPatterns) {
    const reference = referenceIn(link, pattern);
    if (reference !== null) return { by: "reference", reference, source };
  }
  return null;
}

/** The hosts whose links Slack has to tell of, as the app's unfurl domains want them: each once, without a port. */
export function linkHosts({ publicUrl, crmPatterns }: CustomerLinkSettings): string[] {
  const addresses = [
    ...(publicUrl === null ? [] : [publicUrl]),
    ...crmPatterns.map(({ pattern }) => pattern),
  ];
  return [...new Set(addresses.map((address) => new URL(address).hostname))];
}

/** Whether it is an http(s) address with one `{ref}` behind its host, which is all of a part of the path, or a parameter. */
export function isCrmLinkPattern(pattern: string): boolean {
  const [before = "", behind, more] = pattern.split(PLACE);
  if (behind === undefined || more !== undefined || !URL.canParse(before)) return false;
  const { protocol, username, password } = new URL(before);
  const isWeb = protocol === "https:" || protocol === "http:";
  const isBehindHost = /^https?:\/\/[^/]+\//i.test(before);
  const isWhole = /[/=]$/.test(before) && /^(?:$|[/?#&])/.test(behind);
  return isWeb && username === "" && password === "" && isBehindHost && isWhole;
}

/** What stands in a link where the pattern has `{ref}`. Host in any case, http or https; more path may follow. */
function referenceIn(link: string, pattern: string): string | null {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return null;
  const asked = withoutScheme(new URL(link).href);
  const [before = "", behind = ""] = pattern.split(PLACE);
  const start = withoutScheme(new URL(before).href);
  if (!asked.startsWith(start)) return null;
  const rest = asked.slice(start.length);
  const [reference = ""] = /^[^/?#&]*/.exec(rest) ?? [];
  const tail = rest.slice(reference.length);
  const isWhole = behind === "" || tail === behind || new RegExp(`^${escaped(behind)}[/?#&]`).test(tail);
  return isWhole ? readable(reference) : null;
}

/** As `URL` writes an address: its host in small letters. */
const withoutScheme = (href: string): string => href.replace(/^https?:/, "");
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function readable(encoded: string): string | null {
  try {
    const text = decodeURIComponent(encoded);
    return text === "" || text.length > LONGEST_REFERENCE ? null : text;
  } catch {
    return null;
  }
}
