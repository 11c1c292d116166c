import type { CrmLink } from "../../../domain/customers/crm-link.ts";
import type { Say } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";

/** "Open at crm.example.com" as a link in mrkdwn; nothing where the file knows no address. */
export function crmLinkText(link: CrmLink | null, say: Say): string[] {
  if (link === null) return [];
  const href = link.href.replaceAll("&", "&amp;").replaceAll("|", "%7C").replace(/[<>]/g, encodeURIComponent);
  return [`<${href}|${say("card.crm", { host: escapeMrkdwn(link.host, 100) })}>`];
}
