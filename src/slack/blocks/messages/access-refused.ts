import type { AccessRefusal, Surface } from "../../../domain/access.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { type CustomerButton, encodeButton } from "../button-value.ts";
import { actions, button, type SlackMessage, section } from "../elements.ts";
import { notice } from "./notices.ts";

/** What to do again in the direct message: a command as it was typed, or a customer's card. */
export type PrivateWay = { readonly typed: string } | { readonly card: CustomerButton };

/** Why something is not shown or done here and, where another organisation reads along, a button that has it privately. */
export function accessRefused(
  surface: Surface,
  because: AccessRefusal,
  privateWay: PrivateWay | null,
  locale: Locale,
): SlackMessage {
  const say = sayIn(locale);
  const text = say(refusalCode(surface, because));
  if (because !== "shared" || privateWay === null) return notice(text);
  return {
    text,
    blocks: [section(text), actions("privately", [privately(privateWay, say("access.privately"))])],
  };
}

/** Who may set channels up or import is told apart from who may see the money of all customers. */
export function refusalCode(surface: Surface, because: AccessRefusal): string {
  if (because !== "managers-only") return `access.${because}`;
  if (surface === "import-file") return "access.managers-only.import";
  if (surface === "setup") return "access.managers-only.setup";
  const isChannel = surface === "set-channel" || surface === "leave-channel";
  return isChannel ? "access.managers-only.channel" : "access.managers-only.money";
}

function privately(way: PrivateWay, label: string) {
  if ("typed" in way) return button(ACTION.askPrivately, label, way.typed);
  return button(ACTION.cardPrivately, label, encodeButton(way.card));
}
