import type { Button } from "@slack/types";
import type { SetupState } from "../../../domain/messages/setup.ts";
import type { NeedOwner } from "../../../domain/outreach/home.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { notice } from "./notices.ts";

const NAME_LENGTH = 200;

/** Customers without an owner here, and why of each; how many more there are. */
export function needOwnerMessage(needOwner: NeedOwner, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  if (needOwner.kind === "unknown") return notice(say("setup.owners.unknown"));
  const { customers, inAll } = needOwner;
  if (inAll === 0) return notice(say("setup.no-owner.nobody"));
  const text = say("home.need-owner.what", { customers: inAll });
  const lines = customers.map(({ name, because }) =>
    say("owner-gap.customer", {
      customer: `*${escapeMrkdwn(name, NAME_LENGTH)}*`,
      because: escapeMrkdwn(textOf(because, locale), NAME_LENGTH),
    }),
  );
  const rest = inAll - customers.length;
  return {
    text,
    blocks: [
      section(text),
      section(lines.map((line) => `• ${line}`).join("\n")),
      ...(rest > 0 ? [context(say("setup.more", { accounts: rest }))] : []),
    ],
  };
}

/** Below a digest that was shown as a dry run: what starting means, and the button. */
export function startPostingMessage(state: SetupState, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const text = say("setup.start.what", {
    owners: state.owners.kind === "known" ? state.owners.owners : 0,
    channels: state.digestChannels,
  });
  return {
    text,
    blocks: [
      section(text),
      actions("setup_start", [startButton(say), button(ACTION.setupNotNow, say("setup.not-now"), "not-now")]),
    ],
  };
}

const startButton = (say: Say): Button => ({
  ...button(ACTION.setupStart, say("setup.start"), "start", "primary"),
  confirm: {
    title: plain(say("setup.start.sure"), 100),
    text: plain(say("setup.started"), 300),
    confirm: plain(say("setup.start.yes"), 30),
    deny: plain(say("setup.cancel"), 30),
  },
});
