import { LONGEST_QUERY } from "../../domain/customers/customer-search.ts";
import { unescaped } from "../frame/payloads.ts";

/**
 * What a message says, as it would be typed behind `/customer`: without mentions, links and formatting. Empty, which is
 * answered with what the bot can do, for a greeting, a thank-you and whatever is longer than anybody asks.
 */
export function typedIn(text: string): string {
  const plain = unescaped(withoutMarkup(text)).replace(/\s+/g, " ").trim();
  const typed = plain.replace(/^\/?customer\s+/i, "");
  return GREETING.test(typed) || typed.length > LONGEST_QUERY ? "" : typed;
}

/** `<@U1>` goes; `<https://acme.com|acme.com>`, as Slack writes a domain, becomes what was typed. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<[@!][^>]*>/g, " ")
    .replace(/<#?[^|>]+\|([^>]*)>/g, "$1")
    .replace(/<([^>]*)>/g, "$1")
    .replace(/(^|\s)[*_~`]+(?=\S)/g, "$1")
    .replace(/(\S)[*_~`]+(?=\s|$)/g, "$1");
}

const GREETING =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|ok|okay|你好|您好|哈囉|嗨|早安|早上好|谢谢|謝謝)[\s!.?！。？~]*$/i;
