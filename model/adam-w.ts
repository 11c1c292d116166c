import { copyWeights, type NetworkWeights, parameterNames } from "./network.ts";
import type { TrainingSettings } from "./training-settings.ts";

const MOMENTUM = 0.9;
const SQUARE_DECAY = 0.999;
const EPSILON = 1e-8;

/** AdamW, with a running mean of the weights beside it. */
export type Optimiser = {
  /** Moves `current` one step against the gradients. */
  step(gradients: NetworkWeights): void;
  readonly current: NetworkWeights;
  readonly averaged: NetworkWeights;
};

/**
 * Over plain arrays: the parameters are few, and no tensors have to be kept alive between steps. Kernels decay towards
 * nothing, the direct path towards where it started (the member's own logistic regression), biases not at all.
 */
export function adamW(start: NetworkWeights, settings: TrainingSettings): Optimiser {
  const current = copyWeights(start);
  const averaged = copyWeights(start);
  const slots = parameterNames.map((name) => ({
    name,
    weights: current[name],
    mean: averaged[name],
    anchor: name === "direct" ? Float32Array.from(start[name]) : new Float32Array(start[name].length),
    decay: name.startsWith("bias") ? 0 : settings.learningRate * settings.weightDecay,
    momentum: new Float32Array(start[name].length),
    square: new Float32Array(start[name].length),
  }));
  let steps = 0;
  return {
    current,
    averaged,
    step(gradients) {
      steps += 1;
      const rate = (settings.learningRate * Math.sqrt(1 - SQUARE_DECAY ** steps)) / (1 - MOMENTUM ** steps);
      // Young means forget faster, or the start would weigh on them for fifty steps.
      const keep = Math.min(settings.averaging, steps / (steps + 9));
      for (const slot of slots) moveSlot(slot, gradients[slot.name], rate, keep);
    },
  };
}

type Slot = {
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly anchor: Float32Array;
  readonly decay: number;
  readonly momentum: Float32Array;
  readonly square: Float32Array;
};

function moveSlot(slot: Slot, gradient: Float32Array, rate: number, keep: number): void {
  const { weights, mean, anchor, decay, momentum, square } = slot;
  for (let place = 0; place < weights.length; place += 1) {
    const slope = gradient[place] ?? 0;
    const first = MOMENTUM * (momentum[place] ?? 0) + (1 - MOMENTUM) * slope;
    const second = SQUARE_DECAY * (square[place] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
    const weight = weights[place] ?? 0;
    const moved =
      weight - decay * (weight - (anchor[place] ?? 0)) - (rate * first) / (Math.sqrt(second) + EPSILON);
    momentum[place] = first;
    square[place] = second;
    weights[place] = moved;
    mean[place] = keep * (mean[place] ?? 0) + (1 - keep) * moved;
  }
}
