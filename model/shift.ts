import { NotConvergedError } from "./not-converged.ts";
import { sigmoid } from "./probability.ts";

/** In log odds: far below what a probability shows. */
const CONVERGED = 1e-9;
const MOST_STEPS = 200;

/**
 * What the log odds lack against the labels, the same for all rows: the s that maximises their likelihood under a
 * normal prior of mean 0 and precision `prior` (above 0), which keeps it finite where only one class is present; 0
 * without rows. Newton's method inside a bracket that always holds the answer (rtsafe, Press et al., 2007, 9.4): a step
 * that leaves it is replaced by halving, so it cannot diverge.
 * @throws NotConvergedError where one of the logits is not a number.
 */
export function fitShift(logits: ArrayLike<number>, labels: Uint8Array, prior = 1): number {
  // The slope is at most the number of rows away from prior × s, so the answer lies within rows ÷ prior of 0.
  let low = -labels.length / prior;
  let high = labels.length / prior;
  let shift = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, curvature } = derivatives(shift, logits, labels, prior);
    if (Number.isNaN(slope)) break;
    if (slope > 0) high = shift;
    else low = shift;
    const newton = shift - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - shift) < CONVERGED) return next;
    shift = next;
  }
  throw new NotConvergedError("A shift cannot be found: a customer's log odds are not a number.");
}

/** Of the penalised negative log likelihood, by the shift. */
function derivatives(shift: number, logits: ArrayLike<number>, labels: Uint8Array, prior: number) {
  let slope = prior * shift;
  let curvature = prior;
  for (let row = 0; row < labels.length; row += 1) {
    const p = sigmoid((logits[row] ?? 0) + shift);
    slope += p - (labels[row] ?? 0);
    curvature += p * (1 - p);
  }
  return { slope, curvature };
}

/** The curvature of the log likelihood at a shift, the prior's included: one over the shift's variance. */
export function shiftInformation(shift: number, logits: ArrayLike<number>, prior = 1): number {
  let information = prior;
  for (let row = 0; row < logits.length; row += 1) {
    const p = sigmoid((logits[row] ?? 0) + shift);
    information += p * (1 - p);
  }
  return information;
}
