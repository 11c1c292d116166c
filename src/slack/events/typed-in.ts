import { LONGEST_QUERY } from "../../domain/customers/customer-search.ts";
import { unescaped } from "../frame/payloads.ts";

/**
 * What a message asks, as it would be typed behind `/customer`: without mentions, links and formatting, and without the
 * words people put around a name. Empty, which is answered with what the bot can do, for a greeting, a thank-you and
 * whatever is too long to name a customer.
 */
export function typedIn(text: string): string {
  const plain = unescaped(withoutMarkup(text)).replace(/\s+/g, " ").trim();
  const typed = plain.replace(/^\/?customer\s+/i, "");
  if (GREETING.test(typed) || typed.length > LONGEST_QUERY) return "";
  return QUESTION.exec(typed)?.[1] ?? typed;
}

/** `<@U1>` goes; `<https://acme.com|acme.com>`, as Slack writes a domain, becomes what was typed. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<[@!][^>]*>/g, " ")
    .replace(/<#?[^|>]+\|([^>]*)>/g, "$1")
    .replace(/<([^>]*)>/g, "$1")
    .replace(/(^|\s)[*_~`]+(?=\S)/g, "$1")
    .replace(/(\S)[*_~`]+(?=\s|$)/g, "$1");
}

const GREETING =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|ok|okay|你好|您好|哈囉|嗨|早安|早上好|谢谢|謝謝)[\s!.?！。？~]*$/i;

/** "How is Acme doing?", "show me Acme", "查一下 Acme": the name in it. */
const QUESTION =
  /^(?:how (?:is|are)|how's|what about|what's up with|tell me about|show me|look up|查一下|查询|查詢|看看|看一下)\s*(.+?)(?:\s+doing)?\s*[?？!！.。]*$/i;
