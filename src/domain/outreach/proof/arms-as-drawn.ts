import { SUSPECT_RATIO, sampleRatioP } from "../trial/sample-ratio.ts";
import { ALL_PLAYBOOKS, type HoldOut } from "./hold-out.ts";

/** Whether as many were held out as the draw holds out; `too-few`: so few that no count would be suspicious. */
export type ArmsCheck = "as-drawn" | "not-as-drawn" | "too-few";

/** Fewer expected in an arm, and the test is not to be trusted (Cochran 1954). */
const LEAST_EXPECTED = 5;

/** The chance of being held out of a playbook: by its own draw, or by the one over all of them. */
export function heldOutShare(playbook: string, { playbookShare, globalShare }: HoldOut): number {
  return playbook === ALL_PLAYBOOKS ? globalShare : 1 - (1 - globalShare) * (1 - playbookShare);
}

/**
 * The sample-ratio check: arms that are not as they were drawn were bent by something, such as nudges that failed to be kept or
 * a share that was changed within the quarter, and whatever differs between them may be its doing.
 * @param share the chance of being held out, 0–1
 */
export function armsAsDrawn(
  { nudged, heldOut }: { readonly nudged: number; readonly heldOut: number },
  share: number,
): ArmsCheck {
  const all = nudged + heldOut;
  if (all * Math.min(share, 1 - share) < LEAST_EXPECTED) return "too-few";
  return sampleRatioP([nudged, heldOut], [1 - share, share]) < SUSPECT_RATIO ? "not-as-drawn" : "as-drawn";
}
