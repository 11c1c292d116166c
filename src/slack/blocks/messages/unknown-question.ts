import { type Intent, isCustomerIntent } from "../../../domain/asking/intent.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, type SlackMessage, section } from "../elements.ts";
import { quoted } from "./notices.ts";

/** What is asked where a list is meant: its button asks it. */
const ASKED: Readonly<Partial<Record<Intent, string>>> = {
  "at-risk": "at-risk",
  movers: "movers",
  threshold: "threshold 60%",
  digest: "digest last week",
  retention: "retention",
  nudges: "nudges",
  help: "help",
};

/**
 * That a question was not understood, and what comes nearest: as buttons, and where a name has to be written, as what to
 * write. Never a guess.
 */
export function unknownQuestion(typed: string, nearest: readonly Intent[], locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const shown = { typed: quoted(typed, locale) };
  const written = nearest.filter(isCustomerIntent);
  const pressed = nearest.filter((intent) => !isCustomerIntent(intent));
  const examples = written.map((intent) => say("asking.example", { example: say(`asking.do.${intent}`) }));
  const buttons = pressed.map((intent, place) =>
    button(`${ACTION.ask}:${place}`, say(`asking.do.${intent}`), ASKED[intent] ?? "help"),
  );
  return {
    blocks: [
      section([say("asking.unknown", shown), ...examples].join("\n")),
      ...(buttons.length === 0 ? [] : [actions("asking_nearest", buttons)]),
    ],
    text: say("asking.unknown.list", {
      ...shown,
      examples: nearest.map((intent) => say(`asking.do.${intent}`)).join("; "),
    }),
  };
}
