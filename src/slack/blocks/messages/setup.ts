import type { Button, KnownBlock } from "@slack/types";
import { doneSteps, SETUP_STEPS, type SetupState, type SetupStep } from "../../../domain/messages/setup.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, header, plain, type SlackMessage, section } from "../elements.ts";
import { dateToken } from "../report-parts.ts";

/** How far the workspace is set up, each step with what can be done about it. */
export function setupMessage(state: SetupState, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const done = doneSteps(state);
  const text = say("setup.text", { done: done.size, steps: SETUP_STEPS.length });
  const steps = SETUP_STEPS.flatMap((step, index) => [
    section(
      say("setup.step", {
        number: index + 1,
        title: say(`setup.${step}`),
        isDone: done.has(step) ? "yes" : "no",
        text: standOf(step, state, locale),
      }),
    ),
    ...buttonsOf(step, state, say),
  ]);
  const isPosting = state.posting !== null;
  return {
    text,
    blocks: [
      header(say(isPosting ? "setup.title.posting" : "setup.title")),
      ...(isPosting ? [] : [section(say("setup.intro"))]),
      ...steps,
      ...(state.declinedBy === null
        ? []
        : [context(say("setup.declined-by", { who: `<@${state.declinedBy}>` }))]),
      actions("setup", [
        button(ACTION.setupAgain, say("setup.again"), "again"),
        ...(isPosting ? [stopButton(say)] : [button(ACTION.setupNotNow, say("setup.not-now"), "not-now")]),
      ]),
    ],
  };
}

function standOf(step: SetupStep, state: SetupState, locale: Locale): string {
  if (step === "data") return standOfData(state, sayIn(locale));
  return step === "owners" ? standOfOwners(state, sayIn(locale)) : standOfPosting(state, locale);
}

function standOfData({ data, takesFiles }: SetupState, say: Say): string {
  const { customers, newestActivity } = data;
  if (customers === 0) return say("setup.data.none", { takesFiles: takesFiles ? "yes" : "no" });
  if (newestActivity === null) return say("setup.data.no-activities", { customers });
  return say("setup.data.there", { customers, day: { day: newestActivity } });
}

function standOfOwners({ data, owners }: SetupState, say: Say): string {
  if (data.customers === 0) return say("setup.owners.no-customers");
  if (owners.kind === "unknown") return say("setup.owners.unknown");
  const { customers, owned, owners: people } = owners;
  if (people === 0) return say("setup.owners.none");
  return say("setup.owners.some", { customers, owned, owners: people, rest: customers - owned });
}

function standOfPosting({ data, posting, digestChannels }: SetupState, locale: Locale): string {
  const say = sayIn(locale);
  if (posting === null)
    return data.customers === 0
      ? say("setup.posting.no-data")
      : say("setup.posting.off", { channels: digestChannels });
  const { since, by } = posting;
  if (since === null) return say("setup.posting.before");
  const who = by === null ? "" : `<@${by}>`;
  return say("setup.posting.on", { when: dateToken(since, locale), named: by === null ? "no" : "yes", who });
}

function buttonsOf(step: SetupStep, state: SetupState, say: Say): KnownBlock[] {
  const shown = { data: importButton, owners: ownersButton, posting: digestButton }[step](state, say);
  return shown === null ? [] : [actions(`setup_${step}`, [shown])];
}

const importButton = ({ takesFiles }: SetupState, say: Say) =>
  takesFiles ? button(ACTION.importFile, say("setup.import"), "import") : null;

const ownersButton = ({ owners }: SetupState, say: Say) =>
  owners.kind === "known" && owners.owned < owners.customers
    ? button(ACTION.setupOwners, say("setup.no-owner"), "owners")
    : null;

/** Also where it posts: what a channel gets can be looked at any time. */
const digestButton = ({ data }: SetupState, say: Say) =>
  data.customers > 0 ? button(ACTION.setupDigest, say("setup.digest"), "digest") : null;

const stopButton = (say: Say): Button => ({
  ...button(ACTION.setupStop, say("setup.stop"), "stop"),
  confirm: {
    title: plain(say("setup.stop.sure"), 100),
    text: plain(say("setup.stop.what"), 300),
    confirm: plain(say("setup.stop.yes"), 30),
    deny: plain(say("setup.cancel"), 30),
  },
});
