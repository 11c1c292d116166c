import type { ModalView } from "@slack/types";
import type { Customer } from "../../../domain/customer.ts";
import { type LoyaltyProgramme, worthOf } from "../../../domain/value/loyalty/programme.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { textInput } from "../inputs.ts";

export type PointsFormView = {
  readonly customer: Pick<Customer, "name">;
  readonly programme: LoyaltyProgramme;
  readonly balance: number;
  readonly metadata: string;
  readonly locale: Locale;
};

/** As long as it may be to stand in a list of movements. */
export const LONGEST_REASON = 200;
const LONGEST_POINTS = 16;
const NAME_LENGTH = 140;

/** Asks how many points to redeem, and what for. */
export const redeemForm = (view: PointsFormView): ModalView => form(view, "redeem");

/** Asks how many points to give or take, and why. */
export const adjustForm = (view: PointsFormView): ModalView => form(view, "adjust");

function form(
  { customer, programme, balance, metadata, locale }: PointsFormView,
  asked: "redeem" | "adjust",
): ModalView {
  const say = sayIn(locale);
  const redeems = asked === "redeem";
  const has = {
    name: escapeMrkdwn(customer.name, NAME_LENGTH),
    points: balance,
    worth: worthOf(balance, programme),
  };
  const rate = { points: programme.worth.points, worth: programme.worth.money };
  return {
    type: "modal",
    callback_id: redeems ? CALLBACK.redeemPoints : CALLBACK.adjustPoints,
    private_metadata: metadata,
    title: plain(say(`loyalty.form.${asked}`), 24),
    submit: plain(say(`loyalty.${asked}`), 24),
    close: plain(say("cost-form.cancel"), 24),
    blocks: [
      section(`${say("loyalty.form.customer", has)}\n${say("loyalty.form.rate", rate)}`),
      textInput(FIELD.points, say(redeems ? "loyalty.form.points" : "loyalty.form.change"), {
        length: LONGEST_POINTS,
      }),
      textInput(FIELD.pointsReason, say(redeems ? "loyalty.form.reason" : "loyalty.form.why"), {
        length: LONGEST_REASON,
      }),
    ],
  };
}
