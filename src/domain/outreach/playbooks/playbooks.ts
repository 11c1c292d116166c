import { breakSilence } from "./break-silence.ts";
import { callAboutRenewal } from "./call-about-renewal.ts";
import { checkIn } from "./check-in.ts";
import { confirmFix } from "./confirm-fix.ts";
import { followUpDelivery } from "./follow-up-delivery.ts";
import { monthlyContact } from "./monthly-contact.ts";
import { settlePayment } from "./settle-payment.ts";
import { solveTicket } from "./solve-ticket.ts";
import { thank } from "./thank.ts";

/** Every playbook, most pressing first: the first that applies and need not wait is what is suggested. */
export const PLAYBOOKS = [
  solveTicket,
  confirmFix,
  settlePayment,
  callAboutRenewal,
  breakSilence,
  followUpDelivery,
  monthlyContact,
  thank,
  checkIn,
] as const;

export type PlaybookNeed = (typeof PLAYBOOKS)[number]["needs"][number];

/** The facts that advice is made of. */
export const PLAYBOOK_NEEDS: readonly PlaybookNeed[] = [
  ...new Set(PLAYBOOKS.flatMap<PlaybookNeed>(({ needs }) => needs)),
];

export const PLAYBOOK_KEYS: readonly string[] = PLAYBOOKS.map(({ key }) => key);
