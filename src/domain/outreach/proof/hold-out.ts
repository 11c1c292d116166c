import { type Day, quarterOf } from "../../calendar.ts";

/** Which share of customers is left without nudges, so that what nudges bring can be told. */
export type HoldOut = {
  /** Of those a playbook would speak of, for a quarter: 0–1. */
  readonly playbookShare: number;
  /** Of all customers, from every playbook, for a quarter: 0–1. Tells what all of them bring together. */
  readonly globalShare: number;
  /** Any text; another one deals anew. */
  readonly salt: string;
};

/**
 * Chosen: a tenth is enough to see an effect of some points among a thousand customers within a quarter, and leaves nine in
 * ten as well served as before.
 */
export const DEFAULT_HOLD_OUT: HoldOut = { playbookShare: 0.1, globalShare: 0.02, salt: "mainstay" };

/** Every playbook at once. */
export const ALL_PLAYBOOKS = "all playbooks";

/**
 * Whether a customer is held out of a playbook in the quarter of a day, or of all of them: the same for the whole quarter,
 * on every machine, whatever else happens. Nobody chooses, so whatever differs afterwards is what the nudges did.
 */
export function isHeldOut(customerId: number, playbook: string, day: Day, holdOut: HoldOut): boolean {
  const { salt, playbookShare, globalShare } = holdOut;
  const drawn = (of: string) => fractionOf(`${salt}|${of}|${quarterOf(day)}|${customerId}`);
  if (drawn(ALL_PLAYBOOKS) < globalShare) return true;
  return playbook !== ALL_PLAYBOOKS && drawn(playbook) < playbookShare;
}

/** FNV-1a over the text's code units with the finaliser of MurmurHash3: even in [0, 1), and the same for ever. */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
