import type { KnownBlock } from "@slack/types";
import { firstDayOfMonth, lastDayOfMonth } from "../../../domain/calendar.ts";
import type { TracedFigure } from "../../../domain/costs/trace/traced-figure.ts";
import type { DigestMessage } from "../../../domain/messages/messages.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import type { MessageBlock } from "../chart.ts";
import { rowsButton } from "../costs/asked-rows.ts";
import { actions, context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { silentLines } from "../outreach/at-risk.ts";
import { foreseenText } from "../outreach/uplift-summary.ts";
import { basisLine } from "../risk/basis-line.ts";
import { resumedBlocks, stoppedBlocks, stoppedText } from "../risk/stopped-blocks.ts";
import { digestCharts } from "./digest-charts.ts";
import { foundNoSignal, keptFields, noSignalLine, riskFields } from "./digest-figures.ts";
import { movers, withoutOwner } from "./digest-lists.ts";
import { notScoredLines, notScoredText } from "./digest-not-scored.ts";
import { toSaveBlocks } from "./digest-to-save.ts";
import { turnsText } from "./digest-turns.ts";

const NAME_LENGTH = 100;

/** A channel's week: whom to save, who was won and lost, who moved and why, what was kept, and what became of the advice. */
export function digestBlocks(message: DigestMessage, locale: Locale): MessageBlock[] {
  const say = sayIn(locale);
  const foot = [
    basisLine(message.basis, locale),
    ...rankingLines(message, say),
    ...silentLines(message.silent ?? 0, say),
    footnote(message, say),
  ];
  return [
    header(title(message, say)),
    ...stoppedBlocks(message.stopped, locale),
    ...resumedBlocks(message.resumed, locale),
    ...notScoredText(message, say).map(section),
    fields(riskFields(message, locale)),
    ...(foundNoSignal(message) ? [section(noSignalLine(say))] : riskBlocks(message, locale)),
    ...(foundNoSignal(message) ? turnsText(message, locale).map(section) : digestCharts(message, locale)),
    fields(keptFields(message, locale)),
    keptRows(message, say),
    ...foreseenOf(message, say).map(section),
    context(foot.join("\n")),
  ];
}

function riskBlocks(message: DigestMessage, locale: Locale): KnownBlock[] {
  const ownerless = withoutOwner(message, sayIn(locale), locale);
  return [
    ...(isScored(message) ? toSaveBlocks(message, locale) : []),
    ...(ownerless === null ? [] : [section(ownerless)]),
    ...turnsText(message, locale).map(section),
    ...movers(message, locale).map(section),
  ];
}

const isScored = ({ customersAtRisk: { high, medium, low } }: DigestMessage) => high + medium + low > 0;

/** What the month's figures are made of, for whoever presses and may see it. */
function keptRows({ figures = [], retention: { month } }: DigestMessage, say: Say): KnownBlock {
  const cost = figures.find(({ key }) => key === "retention-cost-per-retained-customer");
  const asked = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month), customerId: null };
  const of = (figure: TracedFigure, currency: string | null) =>
    rowsButton({ ...asked, figure, currency }, say, `trace.button.${figure}`);
  const revenue = figures.flatMap(({ key, value, currency }) =>
    key !== "retention-cost-per-retained-customer" && value !== null ? [of(key, currency)] : [],
  );
  return actions("kept_rows", [
    of("retention-rate", null),
    ...revenue,
    ...(cost && cost.value !== null ? [of("retention-cost-per-retained-customer", cost.currency)] : []),
  ]);
}

/** The same for notifications and screen readers. */
export function digestText(message: DigestMessage, locale: Locale): string {
  const { customersAtRisk, newlyHigh, stopped, toSave } = message;
  const say = sayIn(locale);
  const named = { title: title(message, say) };
  if (foundNoSignal(message)) return say("digest.text.no-signal", named);
  const risks = say("digest.text", { ...named, high: customersAtRisk.high, added: newlyHigh.count });
  const names = commaList(
    (toSave?.top ?? []).map(({ name }) => escapeMrkdwn(name, NAME_LENGTH)),
    say,
  );
  const first = names === "" ? [] : [say("digest.text.to-save", { names })];
  const gaps = notScoredLines(message, say);
  return [risks, ...first, ...stoppedText(stopped, locale), ...gaps, ...foreseenOf(message, say)].join(". ");
}

/** What the quarter that begins will be able to show of its nudges. */
const foreseenOf = ({ foreseen }: DigestMessage, say: Say): string[] =>
  foreseen === undefined ? [] : [foreseenText(foreseen, say)];

const title = ({ week, fromDay, toDay }: DigestMessage, say: Say) =>
  say("digest.title", { week: Number(week.slice(6)), from: { day: fromDay }, to: { day: toDay } });

/** By what those at high risk are ordered; it names no amount and no currency, so any channel may read it. */
function rankingLines({ ranking, toSave, newlyHigh }: DigestMessage, say: Say): string[] {
  if (ranking === undefined) return [];
  const { known, unknown, withoutRate } = ranking;
  const counts = { unknown, withoutRate };
  if (toSave !== undefined) {
    if (toSave.count === 0) return [];
    return [known === 0 ? say("at-risk.order.by-risk") : say("at-risk.order.by-stake", counts)];
  }
  if (newlyHigh.count < 2) return [];
  return [known === 0 ? say("digest.order.by-risk") : say("digest.order.by-stake", counts)];
}

function footnote({ retention, timeZone }: DigestMessage, say: Say): string {
  return say("digest.foot", { window: retention.activityWindowDays, timeZone });
}
