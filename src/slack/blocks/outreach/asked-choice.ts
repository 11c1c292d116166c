import type { CustomerIntent } from "../../../domain/asking/intent.ts";
import type { CustomerMatch } from "../../../domain/customers/customer-search.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeAsked } from "../asking/asked-value.ts";
import { type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { choiceBlocks, choiceText } from "./choice.ts";

export type AskedChoice = {
  /** The name as it was typed. */
  readonly typed: string;
  readonly matches: readonly CustomerMatch[];
  /** There are more than these. */
  readonly more: boolean;
  readonly intent: CustomerIntent;
  readonly conversation: string | null;
  readonly now: Date;
  readonly locale: Locale;
};

const TYPED_LENGTH = 100;

/** Several customers fit a question: whoever is chosen, it is answered about them. */
export function askedChoiceMessage(asked: AskedChoice): SlackMessage {
  const { typed, matches, more, intent, conversation, now, locale } = asked;
  const code = more ? "asking.which-of-more" : "asking.which";
  const shown = { typed: `“${escapeMrkdwn(typed, TYPED_LENGTH)}”`, shown: matches.length };
  const text = sayIn(locale)(code, shown);
  const chooses = {
    actionId: ACTION.askChoose,
    value: ({ id }: CustomerMatch) => encodeAsked({ intent, customerId: id, conversation }),
  };
  return {
    blocks: [section(text), ...choiceBlocks(matches, { now, locale }, chooses)],
    text: `${text} ${choiceText(matches, locale)}`,
  };
}
