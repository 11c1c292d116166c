import type { ThresholdChange, ThresholdPreview } from "../../../domain/outreach/proof/uplift-report.ts";
import type { ScoreBasis } from "../../../domain/risk/scores/score-basis.ts";
import { type ValueAtRisk, valueAtRiskPhrase } from "../../../domain/value/value-at-risk.ts";
import { labelled, sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLine } from "../risk/basis-line.ts";
import { percentPhrase } from "../risk/risk-words.ts";
import { playbookName } from "./playbook-name.ts";
import { points, quarterName } from "./uplift-words.ts";

const NAME_LENGTH = 100;
const STAKE_LENGTH = 900;

/** What last quarter's nudges would have been at another threshold. @param preview null: what was typed is no percentage */
export function thresholdMessage(preview: ThresholdPreview | null, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const alone = (text: string): SlackMessage => ({ text, blocks: [section(text)] });
  switch (preview?.kind) {
    case undefined:
      return alone(say("threshold.unreadable"));
    case "below-now":
      return alone(
        say("threshold.below-now", { percent: points(preview.threshold), now: points(preview.now) }),
      );
    case "no-nudges": {
      const [first = "", second = ""] = preview.quarters.map((quarter) => quarterName(quarter, say));
      return alone(say("threshold.no-nudges", { first, second }));
    }
    case "preview":
      return previewMessage(preview, say);
  }
}

/** The same in a few words, for a form. */
export function thresholdSummary(preview: ThresholdPreview, locale: Locale): string {
  const { text } = thresholdMessage(preview, locale);
  if (preview.kind !== "preview") return text;
  const say = sayIn(locale);
  const [title = ""] = text.split("\n");
  return [
    labelled(title, changeText(preview.together, say), say),
    say("threshold.how", { days: preview.withinDays }),
  ].join("\n");
}

function previewMessage(
  preview: Extract<ThresholdPreview, { readonly kind: "preview" }>,
  say: Say,
): SlackMessage {
  const { quarter, threshold, withinDays, together, playbooks } = preview;
  const title = say("threshold.title", { percent: points(threshold), quarter: quarterName(quarter, say) });
  const all = say("threshold.together", { change: changeText(together, say) });
  const lines = playbooks.map((one) =>
    say("threshold.playbook", {
      name: escapeMrkdwn(playbookName(one.playbook, say), NAME_LENGTH),
      change: changeText(one, say),
    }),
  );
  const how = sentences([say("threshold.how", { days: withinDays }), say("threshold.set")], say);
  return {
    text: [title, all, ...lines, how].join("\n"),
    blocks: [header(title), section(all), section(lines.join("\n")), context(how)],
  };
}

function changeText({ was, would }: ThresholdChange, say: Say): string {
  const before = { was: was.sent, wasRight: was.right, wasJudged: was.judged };
  if (would.sent === 0) return say("threshold.none-left", before);
  return say("threshold.change", { ...before, ...would });
}

/** Who would stand at a threshold today, and what is at stake with them. @param threshold 0–1 */
export function thresholdToday(threshold: number, counted: TodaysCount, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const { customers, scored, valueAtRisk, basis } = counted;
  if (scored === 0) {
    const none = say("asking.threshold.not-scored");
    return { text: none, blocks: [section(none)] };
  }
  const stands = say("asking.threshold.now", { customers, scored, percent: percentPhrase(threshold) });
  const text = [stands, ...stakeLines(customers, valueAtRisk, locale)].join("\n");
  return { text, blocks: [section(text), context(basisLine(basis, locale))] };
}

type TodaysCount = {
  readonly customers: number;
  readonly scored: number;
  readonly valueAtRisk: ValueAtRisk | null;
  readonly basis: ScoreBasis | null;
};

function stakeLines(customers: number, stake: ValueAtRisk | null, locale: Locale): string[] {
  if (customers === 0) return [];
  const say = sayIn(locale);
  if (stake === null) return [say("asking.threshold.no-stake")];
  const text = escapeMrkdwn(textOf(valueAtRiskPhrase(stake), locale), STAKE_LENGTH);
  return [say("asking.threshold.stake", { text })];
}
