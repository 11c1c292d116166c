import { type ForeseenQuarter, WORTH_SEEING } from "../../../domain/outreach/proof/foreseen-quarter.ts";
import { ALL_PLAYBOOKS } from "../../../domain/outreach/proof/hold-out.ts";
import { LEAST_IN_ARM } from "../../../domain/outreach/proof/uplift.ts";
import type { PlaybookUplift, UpliftReport } from "../../../domain/outreach/proof/uplift-report.ts";
import { commaList } from "../../../words/joined.ts";
import type { Say } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";
import { playbookName } from "./playbook-name.ts";
import { costText, inMoney, inPoints, points, quarterName, returnedText } from "./uplift-words.ts";

/** The figures of a quarter in two columns. */
export function summaryFields(
  together: PlaybookUplift,
  { currency, missingRate }: UpliftReport,
  say: Say,
): Array<readonly [label: string, value: string]> {
  const { sent, reachedOut, cost, returned } = together;
  const acted = { acted: reachedOut, percent: sent === 0 ? 0 : Math.round((100 * reachedOut) / sent) };
  return [
    [say("uplift.field.sent"), say("uplift.count", { count: sent })],
    [say("uplift.field.acted-on"), say("uplift.acted-on", acted)],
    [say("uplift.field.staying"), stayingText(together, say)],
    [say("uplift.field.saved"), savedText(together, currency, missingRate !== null, say)],
    [say("uplift.field.cost"), costText(cost, currency, say)],
    [say("uplift.field.returned"), returnedText(returned, say) ?? say("uplift.returned.not-yet")],
  ];
}

function stayingText({ soFar }: PlaybookUplift, say: Say): string {
  if (soFar === null) return say("uplift.not-said");
  return say(`uplift.staying.${soFar.verdict === "not-enough-data" ? "between" : "said"}`, inPoints(soFar));
}

function savedText({ margin }: PlaybookUplift, currency: string, hasNoRate: boolean, say: Say): string {
  const { soFar, gain } = margin;
  // Where nobody bought at all there is no currency to say nothing in.
  if (hasNoRate || soFar === null || gain === null || gain.lowMinor === gain.highMinor)
    return say("uplift.not-said");
  return say(
    `uplift.saved.${soFar.verdict === "not-enough-data" ? "between" : "said"}`,
    inMoney(gain, currency),
  );
}

/** What a quarter leaves open, each with why, and what it could show at all. */
export function unsaidLines(together: PlaybookUplift, report: UpliftReport, say: Say): string[] {
  return [
    ...unsaidOfStaying(together, say),
    ...unsaidOfReturn(together, report, say),
    ...leftOut(together, report, say),
    ...bentPlaybooks(report, say),
    ...foreseenLines(report, say),
  ];
}

function unsaidOfStaying({ soFar, arms, heldOut, nudged, known }: PlaybookUplift, say: Say): string[] {
  if (heldOut === 0) return [say("uplift.unsaid.staying.nobody-held-out")];
  if (arms === "not-as-drawn")
    return [say("uplift.unsaid.staying.arms-not-as-drawn", { heldOut, all: heldOut + nudged })];
  if (soFar === null) return [say("uplift.unsaid.staying.too-few", { known, heldOut, least: LEAST_IN_ARM })];
  return soFar.verdict === "not-enough-data" ? [say("uplift.unsaid.staying.both-signs", { known })] : [];
}

function unsaidOfReturn(
  { returned, cost }: PlaybookUplift,
  { missingRate, withinDays }: UpliftReport,
  say: Say,
): string[] {
  if (returned.kind === "known") return [];
  const { because } = returned;
  const problem = missingRate ?? cost.missingRate ?? "";
  return [
    say(`uplift.unsaid.returned.${because}`, {
      problem,
      days: withinDays,
      contacts: cost.unpriced,
      least: LEAST_IN_ARM,
    }),
  ];
}

/** Whom and what the figures leave out. */
function leftOut(
  { margin, cost, returned }: PlaybookUplift,
  { missingRate }: UpliftReport,
  say: Say,
): string[] {
  const because = returned.kind === "not-yet" ? returned.because : null;
  const { withoutMargin: customers } = margin;
  const isRateToldOf = because === "no-rate" && missingRate === null;
  return [
    ...(customers > 0 ? [say("uplift.unsaid.without-margin", { customers })] : []),
    ...(cost.unpriced > 0 && because !== "unpriced-time"
      ? [say("uplift.unsaid.unpriced", { contacts: cost.unpriced })]
      : []),
    ...(cost.missingRate !== null && !isRateToldOf
      ? [say("uplift.unsaid.cost-no-rate", { problem: cost.missingRate })]
      : []),
  ];
}

function bentPlaybooks({ playbooks }: UpliftReport, say: Say): string[] {
  const bent = playbooks.filter(
    ({ playbook, arms }) => playbook !== ALL_PLAYBOOKS && arms === "not-as-drawn",
  );
  if (bent.length === 0) return [];
  const names = bent.map(({ playbook }) => escapeMrkdwn(playbookName(playbook, say), 100));
  return [say("uplift.unsaid.playbooks-bent", { playbooks: commaList(names, say) })];
}

/** What the quarter was foreseen to be able to show, and what to hold out where that is hopeless. */
export const foreseenLines = ({ foreseen }: Pick<UpliftReport, "foreseen">, say: Say): string[] =>
  foreseen === null ? [] : [foreseenText(foreseen, say)];

/** The same as one text, also for the digest before the quarter begins. */
export function foreseenText(foreseen: ForeseenQuarter, say: Say): string {
  const { quarter, customers, basis, playbook, together, suggestedShare } = foreseen;
  const of = { quarter: quarterName(quarter, say), customers, basis };
  const shows =
    playbook === null
      ? say("uplift.foreseen.nothing", of)
      : say("uplift.foreseen", {
          ...of,
          playbook: points(playbook),
          together: together === null ? "none" : say("uplift.foreseen.points", { points: points(together) }),
        });
  if (suggestedShare === null) return shows;
  const suggested = { percent: Math.round(100 * suggestedShare), worth: points(WORTH_SEEING) };
  return `${shows} ${say("uplift.foreseen.suggest", suggested)}`;
}
