import { RESTRAINT_NEEDS } from "../restraint.ts";
import { anniversary } from "./anniversary.ts";
import { answerMention } from "./answer-mention.ts";
import { askReferral } from "./ask-referral.ts";
import { breakSilence } from "./break-silence.ts";
import { callAboutRenewal } from "./call-about-renewal.ts";
import { championLeft } from "./champion-left.ts";
import { checkIn } from "./check-in.ts";
import { closeTheLoop } from "./close-the-loop.ts";
import { confirmFix } from "./confirm-fix.ts";
import { congratulate } from "./congratulate.ts";
import { crossSell } from "./cross-sell.ts";
import { eventInvitation } from "./event-invitation.ts";
import { followUpDelivery } from "./follow-up-delivery.ts";
import { holiday } from "./holiday.ts";
import { monthlyContact } from "./monthly-contact.ts";
import { newProduct } from "./new-product.ts";
import type { Playbook } from "./playbook.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { riskJump } from "./risk-jump.ts";
import { settlePayment } from "./settle-payment.ts";
import { solveTicket } from "./solve-ticket.ts";
import { thank } from "./thank.ts";
import { tierInReach } from "./tier-in-reach.ts";
import { usageDrop } from "./usage-drop.ts";
import { vipCooling } from "./vip-cooling.ts";
import { welcome } from "./welcome.ts";
import { winBack } from "./win-back.ts";

/** Every playbook, most pressing first: the first that applies and need not wait is what is suggested. */
export const PLAYBOOKS = [
  replyToTicket,
  solveTicket,
  closeTheLoop,
  answerMention,
  confirmFix,
  settlePayment,
  callAboutRenewal,
  championLeft,
  winBack,
  breakSilence,
  usageDrop,
  vipCooling,
  riskJump,
  followUpDelivery,
  congratulate,
  eventInvitation,
  holiday,
  welcome,
  anniversary,
  monthlyContact,
  tierInReach,
  newProduct,
  crossSell,
  askReferral,
  thank,
  checkIn,
] as const;

export type PlaybookNeed =
  | (typeof PLAYBOOKS)[number]["needs"][number]
  | (typeof RESTRAINT_NEEDS)[number]
  | "playbookSettings";

/** The facts that advice is made of. */
export const PLAYBOOK_NEEDS: readonly PlaybookNeed[] = [
  ...new Set<PlaybookNeed>([
    "playbookSettings",
    ...PLAYBOOKS.flatMap<PlaybookNeed>(({ needs }) => needs),
    ...RESTRAINT_NEEDS,
  ]),
];

export const PLAYBOOK_KEYS: readonly string[] = PLAYBOOKS.map(({ key }) => key);

/** Null for a key that this version does not know. */
export function playbookOf(key: string): Playbook<PlaybookNeed> | null {
  const all: readonly Playbook<PlaybookNeed>[] = PLAYBOOKS;
  return all.find((one) => one.key === key) ?? null;
}
