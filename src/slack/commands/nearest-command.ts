import { nearestWord, nearestWords } from "../../domain/customers/nearest-word.ts";
import { segmentRule } from "../../domain/value/segments/segment-rules.ts";
import { isCostsQuestion } from "./costs/costs-question.ts";

type Beginning = {
  readonly words: string;
  /** Whether what follows is understood. */
  takes(rest: string): boolean;
};

const alone = (rest: string) => rest === "";

/** What a command begins with, longer ones first. */
const BEGINNINGS: readonly Beginning[] = [
  { words: "cost add", takes: () => true },
  { words: "playbooks settings", takes: alone },
  { words: "help", takes: alone },
  {
    words: "channel",
    takes: (rest) => /^(?:on|off) (?:digest|costs|escalations|alerts|post-mortems|nudges)$/i.test(rest),
  },
  { words: "model", takes: alone },
  { words: "nudges", takes: (rest) => rest === "" || rest === "team" },
  { words: "mentions", takes: alone },
  { words: "advocates", takes: alone },
  { words: "playbooks", takes: alone },
  { words: "threshold", takes: () => true },
  { words: "overrides", takes: alone },
  { words: "do-not-disturb", takes: alone },
  { words: "segments", takes: (rest) => rest === "" || segmentRule(rest.replace(/^by /, "")) !== null },
  { words: "movers", takes: (rest) => rest === "" || rest === "mine" || rest === "team" },
  { words: "digest", takes: (rest) => rest === "" || rest === "last week" || rest === "this week" },
  { words: "at-risk", takes: () => true },
  { words: "costs", takes: isCostsQuestion },
];

/**
 * What was probably meant by something that is neither a command nor a customer: "segmnts by rfm" is
 * "segments by rfm". Where only the beginning is right, its help. Null where nothing comes near.
 */
export function nearestCommand(typed: string): string | null {
  const words = typed.trim().split(/\s+/);
  for (const { words: beginning, takes } of BEGINNINGS) {
    const count = beginning.split(" ").length;
    const begun = words.slice(0, count).join(" ");
    if (nearestWord(begun, [beginning]) === null) continue;
    const rest = words.slice(count).join(" ");
    if (takes(rest)) return [beginning, rest].join(" ").trim();
    const isRight = begun.toLowerCase() === beginning;
    if (isRight && beginning !== "help") return `${beginning} help`;
  }
  return null;
}

/** "channel on digets" is "channel on digest". */
export const nearestChannelCommand = (typed: string): string | null => nearestWords(typed, CHANNEL_WORDS);

const CHANNEL_WORDS = [
  "channel",
  "on",
  "off",
  "digest",
  "costs",
  "escalations",
  "alerts",
  "post-mortems",
  "nudges",
];
