import { type Precision, precisionShare } from "../../../domain/outreach/proof/precision.ts";
import type { PlaybookUplift, UpliftReport } from "../../../domain/outreach/proof/uplift-report.ts";
import type { Say } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";
import { playbookName } from "./playbook-name.ts";
import { costText, inPoints, points, returnedText } from "./uplift-words.ts";

const NAME_LENGTH = 100;

/** One playbook: its counts, how often it was right, what it brought and cost, and what to do where it is wrong too often. */
export function playbookBlock(line: PlaybookUplift, { currency }: UpliftReport, say: Say): string {
  const name = escapeMrkdwn(playbookName(line.playbook, say), NAME_LENGTH);
  const figures = [
    rightText(line.precision, say),
    stayingText(line, say),
    ...moneyTexts(line, currency, say),
  ];
  const advice = adviceText(line, say);
  return [`*${name}*`, countsText(line, say), figures.join(" · "), ...(advice === null ? [] : [advice])].join(
    "\n",
  );
}

/** The same in one line of plain text. */
export function playbookLine(line: PlaybookUplift, say: Say): string {
  const name = escapeMrkdwn(playbookName(line.playbook, say), NAME_LENGTH);
  const of = { name, counts: countsText(line, say), right: rightText(line.precision, say) };
  return say("uplift.text.playbook", of);
}

function countsText({ sent, reachedOut, notUseful, heldOut }: PlaybookUplift, say: Say): string {
  return say("uplift.playbook.counts", { sent, acted: reachedOut, notUseful, heldOut });
}

function rightText(precision: Precision, say: Say): string {
  const { judged, right } = precision;
  if (judged === 0) return say("uplift.playbook.right.none");
  const share = precisionShare(precision);
  if (share === null) return say("uplift.playbook.right.few", { right, judged });
  return say("uplift.playbook.right", { right, judged, percent: Math.round(100 * share) });
}

function stayingText({ soFar, smallest, arms, heldOut }: PlaybookUplift, say: Say): string {
  if (arms === "not-as-drawn") return say("uplift.playbook.bent", { heldOut });
  if (smallest === null) return say("uplift.playbook.nobody-held-out");
  if (soFar === null) return say("uplift.playbook.not-yet", { least: points(smallest) });
  const verdict = soFar.verdict === "not-enough-data" ? "between" : soFar.verdict;
  return say(`uplift.playbook.${verdict}`, inPoints(soFar));
}

function moneyTexts({ cost, returned }: PlaybookUplift, currency: string, say: Say): string[] {
  const text = returnedText(returned, say);
  return [
    playbookCostText(cost, currency, say),
    text === null
      ? say("uplift.playbook.returned.not-yet")
      : say("uplift.playbook.returned", { returned: text }),
  ];
}

function playbookCostText(cost: PlaybookUplift["cost"], currency: string, say: Say): string {
  if (cost.timeMinor + cost.giftsMinor === 0)
    return say(`uplift.playbook.cost.${cost.unpriced > 0 ? "unknown" : "none"}`);
  return say("uplift.playbook.cost", { total: costText(cost, currency, say) });
}

function adviceText({ advice }: PlaybookUplift, say: Say): string | null {
  if (advice === null) return null;
  if (advice.kind === "own-numbers") return say("uplift.advice.own-numbers");
  return say("uplift.advice.raise", { percent: Math.round(100 * advice.threshold), ...advice.result });
}
