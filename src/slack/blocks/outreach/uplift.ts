import { ALL_PLAYBOOKS } from "../../../domain/outreach/proof/hold-out.ts";
import type { PlaybookUplift, UpliftReport } from "../../../domain/outreach/proof/uplift-report.ts";
import { labelled, sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import type { MessageBlock } from "../chart.ts";
import { actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { playbookBlock, playbookLine } from "./uplift-playbook.ts";
import { foreseenLines, summaryFields, unsaidLines } from "./uplift-summary.ts";
import { quarterName } from "./uplift-words.ts";

/** As many as leave room for all else within Slack's fifty blocks. Chosen: nobody reads further. */
const MOST_PLAYBOOKS = 40;

/** A quarter's nudges: what they brought and cost, what cannot be said yet, then each playbook, most used first. */
export function upliftMessage(report: UpliftReport, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const together = report.playbooks.find(({ playbook }) => playbook === ALL_PLAYBOOKS);
  if (together === undefined) return emptyMessage(report, say);
  const title = say("uplift.title", { quarter: quarterName(report.quarter, say) });
  const single = report.playbooks.filter(({ playbook }) => playbook !== ALL_PLAYBOOKS);
  const shown = single.slice(0, MOST_PLAYBOOKS);
  const summary = summaryFields(together, report, say);
  const unsaid = unsaidLines(together, report, say);
  const blocks: MessageBlock[] = [
    header(title),
    fields(summary),
    ...unsaidBlocks(unsaid, say),
    ...shown.map((line) => section(playbookBlock(line, report, say))),
    ...moreBlocks(single, say),
    before(report, say),
    context(footOf(report, say)),
  ];
  return { text: textOf(title, summary, unsaid, shown, say), blocks };
}

/** What can be said before the first nudge: that there were none, and what the quarter will be able to show. */
function emptyMessage(report: UpliftReport, say: Say): SlackMessage {
  const none = say("uplift.none", { quarter: quarterName(report.quarter, say) });
  const foreseen = foreseenLines(report, say);
  return {
    text: sentences([none, ...foreseen], say),
    blocks: [section([none, ...foreseen].join("\n")), before(report, say)],
  };
}

function unsaidBlocks(unsaid: readonly string[], say: Say): MessageBlock[] {
  if (unsaid.length === 0) return [];
  const lines = unsaid.map((what) => say("uplift.unsaid.line", { what })).join("\n");
  return [section(say("uplift.unsaid", { lines }))];
}

function moreBlocks(single: readonly PlaybookUplift[], say: Say): MessageBlock[] {
  const more = single.length - MOST_PLAYBOOKS;
  return more > 0 ? [context(say("uplift.more", { more }))] : [];
}

const before = ({ quarterBefore }: UpliftReport, say: Say) =>
  actions("playbooks_quarter", [button(ACTION.playbooksQuarter, say("uplift.button.before"), quarterBefore)]);

function footOf({ withinDays }: UpliftReport, say: Say): string {
  return [say("uplift.how", { days: withinDays }), say("uplift.foot")].join("\n");
}

/** All of it for notifications and screen readers. */
function textOf(
  title: string,
  summary: ReadonlyArray<readonly [string, string]>,
  unsaid: readonly string[],
  shown: readonly PlaybookUplift[],
  say: Say,
): string {
  return [
    title,
    ...summary.map(([label, value]) => labelled(label, value, say)),
    ...unsaid,
    ...shown.map((line) => playbookLine(line, say)),
  ].join("\n");
}
