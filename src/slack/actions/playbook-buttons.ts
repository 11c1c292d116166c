import { readThreshold } from "../../domain/outreach/playbooks/asked-setting.ts";
import { NUDGE_THRESHOLD, thresholdOf } from "../../domain/outreach/playbooks/nudge-threshold.ts";
import { phrase } from "../../domain/phrase.ts";
import type { PlaybookPreview } from "../../flows/outreach/preview-playbook.ts";
import { sentences } from "../../words/joined.ts";
import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { playbookForm } from "../blocks/outreach/playbook-form.ts";
import { thresholdForm } from "../blocks/outreach/threshold-form.ts";
import { decodePlaybook, encodePlaybook } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { askedIn } from "../views/playbook.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Change, in the list: opens the form with how the playbook is set now. */
export const changePlaybookAction: ActionHandler = async (request, tools) => {
  const { flows, slack, reader } = tools;
  const { playbooks, threshold } = await flows.listPlaybooks();
  const playbook = [threshold, ...playbooks].find(({ key }) => key === request.value);
  if (playbook === undefined) return sayTooOld(request, tools);
  const { responseUrl, channelId, triggerId } = request;
  const revision = playbook.set?.revision ?? 0;
  const metadata = encodePlaybook({ playbook: playbook.key, revision, responseUrl, channelId });
  const locale = readerLocale(reader);
  const form =
    playbook === threshold
      ? thresholdForm({ ...formOf(threshold), metadata, preview: null, wasAsked: false, locale })
      : playbookForm({ playbook, metadata, preview: null, locale });
  await slack.openModal(triggerId, form);
};

const formOf = ({ numbers }: { readonly numbers: Readonly<Record<string, number>> }) => ({
  fromRisk: numbers.fromRisk ?? NUDGE_THRESHOLD.numbers.fromRisk.default,
});

/** Count, in the form: whom the playbook would apply to by what stands in it. Slack keeps what was typed. */
export const previewPlaybookAction: ActionHandler = async (request, tools) => {
  const { form } = request;
  if (form === null) return sayTooOld(request, tools);
  const { flows, slack, reader } = tools;
  const { playbook: key } = decodePlaybook(form.metadata);
  if (key === NUDGE_THRESHOLD.key) return showThresholdPreview(form, tools);
  const counted = await flows.previewPlaybook({ playbook: key, asked: askedIn(form.fields) });
  const { playbooks } = await flows.listPlaybooks();
  const playbook = playbooks.find((one) => one.key === key);
  if (playbook === undefined || counted.kind === "unknown-playbook") return sayTooOld(request, tools);
  const locale = readerLocale(reader);
  const preview = previewText(counted, locale);
  await slack.updateModal(form.viewId, playbookForm({ playbook, metadata: form.metadata, preview, locale }));
};

async function showThresholdPreview(
  { viewId, metadata, fields }: NonNullable<ActionRequest["form"]>,
  { flows, slack, reader }: PermittedTools,
): Promise<void> {
  const read = readThreshold(askedIn(fields));
  const { threshold } = await flows.listPlaybooks();
  const set = read.kind === "good" ? { [threshold.key]: read.setting } : null;
  const preview = set && (await flows.previewThreshold({ threshold: thresholdOf(set) }));
  const locale = readerLocale(reader);
  const view = { ...formOf(threshold), metadata, preview, wasAsked: true, locale };
  await slack.updateModal(viewId, thresholdForm(view));
}

function previewText(
  counted: Exclude<PlaybookPreview, { kind: "unknown-playbook" }>,
  locale: Locale,
): string {
  const say = sayIn(locale);
  if (counted.kind === "wrong") {
    const [first] = counted.problems;
    const problem = escapeMrkdwn(textOf(first?.problem ?? phrase("playbook-settings.gone"), locale), 500);
    return say("playbook-settings.form.preview-wrong", { problem });
  }
  const { bySet, byAsked, looked, inAll } = counted;
  if (inAll === 0) return say("playbook-settings.preview.none");
  const told = [
    say("playbook-settings.preview", { now: bySet, wanted: byAsked }),
    ...(looked < inAll ? [say("playbook-settings.preview.sample", { looked, inAll })] : []),
    say("playbook-settings.preview.means"),
  ];
  return sentences(told, say);
}
