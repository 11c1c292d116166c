import type { EntityActionButton, EntityCustomField, EntityMetadata } from "@slack/types";
import { commaList } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { type CardView, figures, freshness, loyaltyText, NAME_LENGTH, worth } from "./card-facts.ts";
import { standingLines } from "./card-standing.ts";
import { adviceText, reasonsOf, riskLines } from "./customer-card.ts";
import { endingLines } from "./ended-card.ts";
import { fieldText } from "./field-text.ts";

/** By what Slack knows the customer again. */
export type EntityPlace = {
  /** As it was posted. */
  readonly link: string;
  /** The customer's own address; the posted one where the bot has none. */
  readonly url: string;
  /** Whom the link names: the card may be of whom they were joined into since. */
  readonly askedId: number;
};

/** What our entities are called, so that an id of ours is taken for nobody else's. */
export const ENTITY_KIND = "customer";
const ENTITY_TYPE = "slack#/entities/item";

/** A customer below a message that links to them: what everybody who reads it may see; no buttons, which each have in their pane. */
export function unfurledCustomer(view: CardView, place: EntityPlace): EntityMetadata {
  return entity(view, place, summary(view, sayIn(view.locale)));
}

/** A customer in the pane of one reader: the figures of their card, and what can be done from it. */
export function customerPane(view: CardView, place: EntityPlace): EntityMetadata {
  const say = sayIn(view.locale);
  const built = entity(view, place, [
    ...joinedNote(view, place, say),
    ...summary(view, say),
    ...details(view, say),
  ]);
  return { ...built, entity_payload: { ...built.entity_payload, actions: paneActions(view, say) } };
}

function entity(
  { card, shownAt, locale }: CardView,
  { link, url, askedId }: EntityPlace,
  told: ReadonlyArray<readonly [key: string, label: string, lines: readonly string[]]>,
): EntityMetadata {
  const fields = told.flatMap(([key, label, lines]) => field(key, label, lines));
  return {
    app_unfurl_url: link,
    url,
    external_ref: { id: String(askedId), type: ENTITY_KIND },
    entity_type: ENTITY_TYPE,
    entity_payload: {
      attributes: {
        title: { text: plainLine(card.name, NAME_LENGTH) },
        display_id: plainLine(card.externalId, 100),
        display_type: sayIn(locale)("object.type"),
        product_name: "Mainstay",
        metadata_last_modified: Math.floor(shownAt.getTime() / 1000),
      },
      custom_fields: fields,
      display_order: fields.map(({ key }) => key),
    },
  };
}

function field(key: string, label: string, lines: readonly string[]): EntityCustomField[] {
  const value = fieldText(lines);
  return value === "" ? [] : [{ key, label: fieldText([label], 100), type: "string", value, long: true }];
}

type Told = readonly [key: string, label: string, lines: readonly string[]];

/** What one reads first, and up to when it is known. */
function summary(view: CardView, say: Say): Told[] {
  const { card } = view;
  const live: Told[] = [
    ["standing", say("object.standing"), standingLines(view)],
    ["risk", say("object.risk"), riskLines(view)],
    ["next", say("object.next"), [adviceText(view, say)]],
    ["because", say("card.because"), reasonsOf(view)],
  ];
  return [
    ...(card.ending === null
      ? live
      : [["ended", say("object.ended"), endingLines(card.ending, view)] as const]),
    ["owner", say("object.owner"), [owner(view, say)]],
    ["worth", say("object.worth"), [worth(view, say)]],
    ["known", say("object.known"), [freshness(view, say)]],
  ];
}

function owner({ card }: CardView, say: Say): string {
  if (card.ownerName === null) return say("card.no-owner");
  const name = escapeMrkdwn(card.ownerName, NAME_LENGTH);
  return card.ownerHasLeft ? say("card.owner.left", { name }) : name;
}

function details(view: CardView, say: Say): Told[] {
  const { card } = view;
  const products = card.nextProducts.slice(0, 3).map((name) => escapeMrkdwn(name, NAME_LENGTH));
  return [
    ...figures(view, say).map(([label, value], place): Told => [`figure_${place}`, label, value.split("\n")]),
    [
      "segment",
      say("object.segment"),
      card.segment === null ? [] : [escapeMrkdwn(card.segment, NAME_LENGTH)],
    ],
    ["loyalty", say("object.loyalty"), loyaltyText(card, say)],
    ["products", say("object.products"), products.length === 0 ? [] : [commaList(products, say)]],
  ];
}

/** Whose link it was, where they are kept as part of another customer since. */
function joinedNote({ card }: CardView, { askedId }: EntityPlace, say: Say): Told[] {
  if (card.customerId === askedId) return [];
  return [
    [
      "joined",
      say("object.joined"),
      [say("object.joined.text", { name: escapeMrkdwn(card.name, NAME_LENGTH) })],
    ],
  ];
}

/** As many as Slack shows as buttons; the others stand in the menu. */
const SHOWN_AS_BUTTONS = 2;

function paneActions({ card, suggestionKey, shownAt }: CardView, say: Say) {
  const value = encodeButton({ customerId: card.customerId, suggestionKey, shownAt });
  const action = (action_id: string, text: string): EntityActionButton => ({
    ...{ action_id, text, value },
    accessibility_label: plainLine(`${text}: ${card.name}`, 75),
  });
  const live = [
    action(ACTION.snooze, say("card.snooze")),
    action(ACTION.why, say("card.why")),
    action(ACTION.draft, say("draft.button")),
    action(ACTION.override, say("override.button")),
  ];
  const all = [
    action(ACTION.logTouch, say("touch.log")),
    ...(card.ending === null ? live : []),
    action(ACTION.history, say("history.button")),
    ...(card.value.kind === "shown" ? [action(ACTION.cost, say("card.cost"))] : []),
  ];
  return {
    primary_actions: all.slice(0, SHOWN_AS_BUTTONS),
    overflow_actions: all.slice(SHOWN_AS_BUTTONS),
  };
}
