import { breakSilence } from "./break-silence.ts";
import { callAboutRenewal } from "./call-about-renewal.ts";
import { confirmFix } from "./confirm-fix.ts";
import { followUpDelivery } from "./follow-up-delivery.ts";
import { monthlyContact } from "./monthly-contact.ts";
import type { Playbook } from "./playbook.ts";
import { solveTicket } from "./solve-ticket.ts";
import { thank } from "./thank.ts";

/** Every playbook, most pressing first: the first that has something to say is what a card suggests. */
export const PLAYBOOKS: readonly Playbook[] = [
  solveTicket,
  confirmFix,
  callAboutRenewal,
  breakSilence,
  followUpDelivery,
  monthlyContact,
  thank,
];

export const PLAYBOOK_NAMES: readonly string[] = PLAYBOOKS.map(({ name }) => name);
