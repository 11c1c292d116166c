/**
 * What a customer can be asked by a link: how satisfied they are (CSAT), how easy it was (CES), whether they would
 * recommend us (NPS).
 */
export const ASKED_KINDS = ["csat", "ces", "nps"] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** The whole numbers to choose from, both ends included; more is better on each. The usual scales of the three. */
export const SCALES = {
  csat: { from: 1, to: 5 },
  ces: { from: 1, to: 7 },
  nps: { from: 0, to: 10 },
} as const satisfies Record<AskedKind, { readonly from: number; readonly to: number }>;

/**
 * Up to which answer somebody is unhappy, so that we call them: an NPS's detractors by its definition (`promoterPoint` in
 * the metrics), and the lowest two of the other scales, which their own words call "dissatisfied" and "difficult".
 */
export const UNHAPPY_UP_TO = { csat: 2, ces: 2, nps: 6 } as const satisfies Record<AskedKind, number>;

/** Every answer there is to choose, the lowest first. */
export function scoresOf(kind: AskedKind): number[] {
  const { from, to } = SCALES[kind];
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}

/** Whether an answer is one of those to choose from. */
export const isScore = (kind: AskedKind, score: number): boolean =>
  Number.isInteger(score) && score >= SCALES[kind].from && score <= SCALES[kind].to;

/** Whether somebody who answered so on our scale should be called. */
export const isUnhappy = (kind: AskedKind, score: number): boolean => score <= UNHAPPY_UP_TO[kind];
