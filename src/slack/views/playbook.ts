import { z } from "zod";
import {
  type AskedSetting,
  readSettingOf,
  type SettingField,
  type SettingProblem,
} from "../../domain/outreach/playbooks/asked-setting.ts";
import { NUDGE_THRESHOLD } from "../../domain/outreach/playbooks/nudge-threshold.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { playbookNumberField } from "../blocks/outreach/playbook-lines.ts";
import { whoSet } from "../blocks/outreach/playbook-list.ts";
import { playbookSettingsAnswer } from "../commands/outreach/playbook-settings.ts";
import { decodePlaybook, type PlaybookFormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** What was left empty is not there, or null. */
const field = z
  .string()
  .nullish()
  .transform((text) => text ?? "");
const NUMBER = playbookNumberField("");

/** What stands in the form. */
export function askedIn(fields: ReadonlyMap<string, string | null>): AskedSetting {
  const text = (id: string) => field.parse(fields.get(id));
  const numbers = [...fields.keys()].filter((id) => id.startsWith(NUMBER));
  return {
    mode: text(FIELD.playbookMode),
    numbers: Object.fromEntries(numbers.map((id) => [id.slice(NUMBER.length), text(id)])),
    minutes: text(FIELD.playbookMinutes),
    gift: text(FIELD.playbookGift),
    giftCurrency: text(FIELD.playbookCurrency),
  };
}

/** Set a playbook: what is wrong stands at its field, also that somebody else was faster; then the list anew. */
export const playbookSubmission: SubmissionHandler = async (request, { flows, reader }) => {
  const form = decodePlaybook(request.metadata);
  const locale = readerLocale(reader);
  const asked = askedIn(request.fields);
  const read = readSettingOf(form.playbook, asked);
  if (read?.kind === "wrong") {
    const errors = read.problems.map(({ field, problem }) => [blockOf(field), textOf(problem, locale)]);
    return { kind: "wrong", errors: Object.fromEntries(errors) };
  }
  const { playbooks, threshold } = await flows.listPlaybooks();
  const set = [threshold, ...playbooks].find(({ key }) => key === form.playbook)?.set ?? null;
  if (set !== null && set.revision !== form.revision) {
    const say = sayIn(locale);
    const who = set.by === reader.slackUserId ? reader.name : whoSet(set, say);
    return {
      kind: "wrong",
      errors: { [firstField(form)]: say("playbook-settings.meanwhile.form", { who }) },
    };
  }
  return { kind: "good", place: form, handle: (tools) => save(form, asked, tools) };
};

const firstField = ({ playbook }: PlaybookFormMetadata): string =>
  playbook === NUDGE_THRESHOLD.key ? playbookNumberField("fromRisk") : FIELD.playbookMode;

function blockOf(at: SettingField): string {
  switch (at.kind) {
    case "number":
      return playbookNumberField(at.name);
    case "mode":
      return FIELD.playbookMode;
    case "minutes":
      return FIELD.playbookMinutes;
    case "gift":
      return FIELD.playbookGift;
    case "currency":
      return FIELD.playbookCurrency;
  }
}

async function save(form: PlaybookFormMetadata, asked: AskedSetting, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const { playbook, revision: seen } = form;
  const result = await flows.setPlaybook({ playbook, asked, seen, by: reader.slackUserId });
  const locale = readerLocale(reader);
  if (result.kind === "unknown-playbook") return answer.privately(noticeOf("playbook-settings.gone", locale));
  const line = result.kind === "wrong" ? firstOf(result.problems) : doneLine(result.kind, playbook);
  await answer.replacing(await playbookSettingsAnswer(tools, line));
}

const firstOf = ([first]: readonly SettingProblem[]): Phrase =>
  first?.problem ?? phrase("playbook-settings.gone");

const doneLine = (kind: "saved" | "unchanged" | "meanwhile", playbook: string): Phrase =>
  phrase(`playbook-settings.${kind}`, {
    name: phrase(
      playbook === NUDGE_THRESHOLD.key ? "playbook-settings.threshold.name" : `playbook.${playbook}`,
    ),
  });
