import type { KnownBlock, ModalView } from "@slack/types";
import type { CustomerHistory } from "../../../domain/outreach/history.ts";
import { labelled } from "../../../words/joined.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { spoken } from "../spoken.ts";
import { shortDate } from "../words.ts";
import { historyLine } from "./history-line.ts";

export type HistoryView = Reading & { readonly history: CustomerHistory };

/** So many of the longest lines fit into one block. */
const LINES_PER_BLOCK = 5;

/** One page of what happened with a customer. */
export function historyMessage(view: HistoryView): SlackMessage {
  const name = escapeMrkdwn(view.history.customer.name, 300);
  const heading = sayIn(view.locale)("history.of", { customer: name });
  return {
    blocks: blocksOf(view),
    text: labelled(heading, spoken(linesOf(view), view.locale), sayIn(view.locale)),
  };
}

/** The same on top of another modal, e.g. of Why. */
export function historyModal(view: HistoryView): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    callback_id: CALLBACK.history,
    title: plain(say("history.title"), 24),
    close: plain(say("why.close"), 24),
    blocks: blocksOf(view),
  };
}

function blocksOf(view: HistoryView): KnownBlock[] {
  const { customer } = view.history;
  const lines = linesOf(view);
  const parts = lines.flatMap((_, place) =>
    place % LINES_PER_BLOCK === 0 ? [lines.slice(place, place + LINES_PER_BLOCK).join("\n")] : [],
  );
  return [
    header(sayIn(view.locale)("history.of", { customer: customer.name })),
    ...parts.map(section),
    ...turning(view),
    context(foot(view)),
  ];
}

function linesOf({ history, ...reading }: HistoryView): string[] {
  const { entries, page } = history;
  if (entries.length > 0) return entries.map((entry) => historyLine(entry, reading));
  return [sayIn(reading.locale)(page === 0 ? "history.empty" : "history.empty-page")];
}

/** The buttons carry as of when the pages are, and their ids which of them. */
function turning({ history, locale }: HistoryView): KnownBlock[] {
  const { customer, page, hasOlder, upTo } = history;
  const value = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: upTo });
  const to = (other: number, code: string) =>
    about(customer.name, button(`${ACTION.historyPage}:${other}`, sayIn(locale)(code), value));
  const buttons = [
    ...(hasOlder ? [to(page + 1, "history.older")] : []),
    ...(page > 0 ? [to(page - 1, "history.newer")] : []),
  ];
  return buttons.length === 0 ? [] : [actions("customer_history", buttons)];
}

function foot({ history, now, timeZone, locale }: HistoryView): string {
  const say = sayIn(locale);
  return [
    say("history.as-of", { day: shortDate(history.upTo, timeZone, now, locale) }),
    ...(history.page === 0 && !history.hasOlder ? [] : [say("history.page", { page: history.page + 1 })]),
    ...(history.showsMoney ? [] : [say("history.no-money")]),
  ].join(" · ");
}
