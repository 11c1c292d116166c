import { INTENTS, type Intent } from "./intent.ts";
import { inOneScript } from "./plain-question.ts";

/** Words that let guess what somebody is after, where the sentence is none we know. */
const HINTS: Readonly<Record<Intent, RegExp>> = {
  card: /\b(?:how|status|card|customer|account|about|doing)\b|怎么样|情况|资料|客户/giu,
  why: /\b(?:why|reason|reasons|because|cause|wrong)\b|为什么|原因|为何/giu,
  "since-when": /\b(?:since|when|long)\b|什么时候|多久|何时/giu,
  "what-helps": /\b(?:help|do|keep|save|retain|step|next|advice)\b|怎么办|留住|挽留|帮/giu,
  history: /\b(?:history|happened|past|last|spoke|contact|timeline)\b|历史|记录|发生/giu,
  products: /\b(?:products?|buys?|bought|orders?|sell|offer|recommend)\b|产品|买|推荐/giu,
  costs: /\b(?:costs?|spend|spent|spending|expensive|expenses?)\b|成本|花|费用/giu,
  worth: /\b(?:worth|value|clv|ltv|revenue|valuable|money)\b|价值|值|收入/giu,
  "why-silent": /\b(?:silent|quiet|told|nudged|warned|reminded)\b|没有?提醒|通知/giu,
  "at-risk": /\b(?:risk|risky|leave|leaving|churn|lose|losing|danger|who)\b|风险|流失|离开|谁/giu,
  movers: /\b(?:moved|movers?|changed?|rose|rising|fell|most|trend)\b|变化|上升|下降|变动/giu,
  threshold: /\b(?:threshold|limit|percent)\b|%|阈值|门槛/giu,
  digest: /\b(?:digest|week|weekly|summary|report)\b|周报|摘要|上周|本周/giu,
  retention: /\b(?:retention|grr|nrr|churn|rate|kept|keep)\b|留存|流失率|维系/giu,
  nudges: /\b(?:nudges?|reminders?|today|tasks?|todo|my)\b|提醒|待办|今天/giu,
  help: /\b(?:help|can you|how to)\b|帮助|怎么用/giu,
};

/** Offered where nothing else is near: what everybody asks first. */
const USUAL: readonly Intent[] = ["at-risk", "card", "movers"];
const OFFERED = 3;

/** The three intents whose words a text has most of; what everybody asks where it has fewer. */
export function nearestIntents(text: string): readonly Intent[] {
  const folded = inOneScript(text);
  const ranked = INTENTS.map((intent) => ({ intent, hits: [...folded.matchAll(HINTS[intent])].length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ intent }) => intent);
  return [...new Set([...ranked, ...USUAL])].slice(0, OFFERED);
}
