import type { Button, KnownBlock } from "@slack/types";
import type { PageOf } from "../../../domain/outreach/at-risk.ts";
import {
  HOME_AT_FIRST,
  type HomeList,
  type HomeState,
  isAccountBand,
  isHomeList,
} from "../../../domain/outreach/home-state.ts";
import type { Say } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { actions, button } from "../elements.ts";

/** What Home hands back with a click: `{"band":"high","pages":{"accounts":2}}`. Some 200 characters; Slack allows 3,000. */
export const encodeHomeState = ({ band, pages }: HomeState): string => JSON.stringify({ band, pages });

/** @returns Home as it opens for text that no Home of ours carries, e.g. of an older version */
export function decodeHomeState(text: string): HomeState {
  const parsed = parseJson(text);
  if (!isRecord(parsed)) return HOME_AT_FIRST;
  const pages = isRecord(parsed.pages) ? parsed.pages : {};
  return {
    band: isAccountBand(parsed.band) ? parsed.band : HOME_AT_FIRST.band,
    pages: Object.fromEntries(
      Object.entries(pages).filter(([list, page]) => isHomeList(list) && isPage(page)),
    ),
  };
}

/** Which page of which list a button leads to: `["accounts",2]`. */
export type HomePageButton = { readonly list: HomeList; readonly page: number };

export const encodeHomePage = ({ list, page }: HomePageButton): string => JSON.stringify([list, page]);

/** @returns null for a value no button of ours carries */
export function decodeHomePage(value: string | undefined): HomePageButton | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [list, page]: unknown[] = parsed;
  return isHomeList(list) && isPage(page) ? { list, page } : null;
}

/** Nobody turns further. */
const LAST_PAGE = 100_000;
const isPage = (page: unknown): page is number =>
  typeof page === "number" && Number.isInteger(page) && page >= 0 && page <= LAST_PAGE;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Previous and next of a list, and what else belongs to a list that goes on; nothing where all of it is there.
 * @param more a button that shows the whole list
 */
export function homePager(
  list: HomeList,
  { page, pages }: Pick<PageOf<never>, "page" | "pages">,
  say: Say,
  more: readonly Button[] = [],
): KnownBlock[] {
  if (pages < 2) return [];
  const to = (place: "previous" | "next", wanted: number) =>
    button(
      `${ACTION.homePage}:${place}`,
      say(`home.${place}`, { page: wanted + 1, pages }),
      encodeHomePage({ list, page: wanted }),
    );
  return [
    actions(`home_pages:${list}`, [
      ...(page > 0 ? [to("previous", page - 1)] : []),
      ...(page < pages - 1 ? [to("next", page + 1)] : []),
      ...more,
    ]),
  ];
}

/** Does what is typed behind `/customer`; what it shows arrives as a message. @param key apart from others of its block */
export const askButton = (key: string, label: string, command: string): Button =>
  button(`${ACTION.ask}:${key}`, label, command);
