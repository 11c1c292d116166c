import type { Button, KnownBlock } from "@slack/types";
import type { ModelStand } from "../../../domain/messages/operations.ts";
import { type ModelVersion, whyDecided } from "../../../domain/risk/versions/model-version.ts";
import { sentences } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { actions, asking, button, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { shortDate } from "../words.ts";

const REASON_LENGTH = 500;

/** Which version serves and which one waits, with the ways to change that. */
export function modelBlocks(model: ModelStand, reading: Reading): KnownBlock[] {
  const say = sayIn(reading.locale);
  const lines = [championLine(model, reading, say), ...candidateLines(model, reading, say)];
  const buttons = [...promoteButton(model, say), ...rollBackButton(model, say)];
  return [
    section([`*${say("home.ops.model")}*`, ...lines.map((line) => `• ${line}`)].join("\n")),
    ...(buttons.length === 0 ? [] : [actions("home_model", buttons)]),
  ];
}

function championLine({ champion }: ModelStand, reading: Reading, say: Say): string {
  if (champion === null) return say("home.ops.model.none");
  return say("home.ops.model.serves", { ...versionParts(champion, reading) });
}

function candidateLines({ candidate }: ModelStand, reading: Reading, say: Say): string[] {
  if (candidate === null) return [];
  const { decision } = candidate;
  const why =
    decision === null ? "" : escapeMrkdwn(textOf(whyDecided(decision), reading.locale), REASON_LENGTH);
  const waits = say("home.ops.model.waits", { ...versionParts(candidate, reading) });
  return [sentences(why === "" ? [waits] : [waits, why], say)];
}

const versionParts = ({ id, serves, trainedAt }: ModelVersion, { now, timeZone, locale }: Reading) => ({
  version: id,
  kind: serves,
  trained: shortDate(trainedAt, timeZone, now, locale),
});

function promoteButton({ champion, candidate }: ModelStand, say: Say): Button[] {
  if (candidate === null) return [];
  const told = { version: candidate.id, before: champion?.id ?? 0 };
  const promote = button(ACTION.modelPromote, say("home.ops.model.promote", told), String(candidate.id));
  return [
    asking(promote, {
      title: say("home.ops.model.promote.title", told),
      text: say("home.ops.model.promote.text", { ...told, serves: champion === null ? "none" : "some" }),
      confirm: say("home.ops.model.promote.confirm"),
      deny: say("form.cancel"),
    }),
  ];
}

/** Its value is the version that is to step down, so that pressed twice it goes back once. */
function rollBackButton({ champion, before }: ModelStand, say: Say): Button[] {
  if (champion === null || before === null) return [];
  const told = { version: champion.id, before };
  const rollBack = button(ACTION.modelRollBack, say("home.ops.model.roll-back", told), String(champion.id));
  return [
    asking(rollBack, {
      title: say("home.ops.model.roll-back.title", told),
      text: say("home.ops.model.roll-back.text", told),
      confirm: say("home.ops.model.roll-back.confirm"),
      deny: say("form.cancel"),
    }),
  ];
}
