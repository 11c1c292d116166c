/** The probability behind a logit (log odds). */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
