import type { Surface } from "../../domain/access.ts";
import type { CustomerIntent, Intent, Question } from "../../domain/asking/intent.ts";
import { helpMessage } from "../blocks/help.ts";
import { moversMessage } from "../blocks/messages/movers.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { showDigestTo } from "../commands/messages/digest.ts";
import { showNudgesOf } from "../commands/outreach/nudges.ts";
import { showThresholdAt } from "../commands/outreach/threshold.ts";
import { showMovers } from "../commands/risk/movers.ts";
import { showRetention } from "../commands/value/retention.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { atRiskForEveryone, showAtRiskTo } from "./at-risk.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** What is asked about no single customer. */
export type AboutAll = {
  readonly surface: Surface;
  show(question: Question, tools: PermittedTools): Promise<void>;
  readonly forAll?: BuildForAll<Question>;
  /** It takes seconds: whoever asks in the direct message sees that it is worked on. */
  readonly isSlow?: true;
};

/** Reports of amounts stay with whoever asked, as does what waits for one's own answer. */
export const ABOUT_ALL: Readonly<Record<Exclude<Intent, CustomerIntent>, AboutAll>> = {
  "at-risk": { surface: "at-risk", show: showAtRiskTo, forAll: atRiskForEveryone },
  movers: {
    surface: "movers",
    show: ({ whose }, tools) => showMovers(tools, whose ?? "team"),
    forAll: moversForAll,
    isSlow: true,
  },
  threshold: {
    surface: "playbooks",
    show: ({ threshold }, tools) => showThresholdAt(threshold, tools),
    isSlow: true,
  },
  digest: { surface: "digest", show: ({ week }, tools) => showDigestTo(tools, week), isSlow: true },
  retention: {
    surface: "retention",
    show: ({ period }, tools) => showRetention(tools, period ?? "last-month"),
    isSlow: true,
  },
  nudges: { surface: "nudges", show: (_question, tools) => showNudgesOf(tools) },
  help: {
    surface: "help",
    show: async (_question, { answer, reader }) => answer.privately(helpMessage(readerLocale(reader))),
  },
};

/** No amount is in it. Whose customers are not said to be somebody's own in front of others: everybody's are told. */
async function moversForAll(_question: Question, { flows, reader }: PermittedTools) {
  const { movers, now } = await flows.listMovers({ reader, whose: "team" });
  return nothingMore(moversMessage(movers, { now, ...asReadBy(reader) }));
}
