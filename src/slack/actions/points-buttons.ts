import type { ModalView } from "@slack/types";
import type { PointsForm } from "../../flows/value/loyalty/open-points-form.ts";
import type { Locale } from "../../words/locale.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { adjustForm, type PointsFormView, redeemForm } from "../blocks/value/points-form.ts";
import { encodePoints } from "../frame/form-metadata.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { withButton } from "./card-buttons.ts";

/** Redeem: asks how many points, and what for. */
export const redeemPointsAction = opens("redeem", redeemForm);

/** Adjust: asks how many points to give or take, and why. */
export const adjustPointsAction = opens("adjust", adjustForm);

function opens(asked: "redeem" | "adjust", form: (view: PointsFormView) => ModalView): ActionHandler {
  return withButton(async ({ customerId }, request, { flows, slack, answer, reader }) => {
    const locale = readerLocale(reader);
    const opened = await flows.openPointsForm({ customerId, member: reader, asked });
    if (opened.kind !== "open") return answer.privately(noPointsForm(opened.kind, locale));
    const { responseUrl, channelId, triggerId } = request;
    const metadata = encodePoints({ customerId, responseUrl, channelId });
    await slack.openModal(triggerId, form({ ...opened, metadata, locale }));
  });
}

/** Why somebody's points are not changed by whoever asks. */
export function noPointsForm(kind: Exclude<PointsForm["kind"], "open">, locale: Locale): SlackMessage {
  return noticeOf(kind === "gone" ? "notice.gone" : `loyalty.${kind}`, locale);
}
