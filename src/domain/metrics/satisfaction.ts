export type Satisfaction =
  | { readonly kind: "figure"; readonly value: number; readonly answers: number }
  | { readonly kind: "not-applicable"; readonly because: "no-answers" };
const NO_ANSWERS: Satisfaction = { kind: "not-applicable", because: "no-answers" };

/** Net promoter score, −100 to 100: % of 9–10 minus % of 0–6, over answers from 0 to 10. */
export function netPromoterScore(answers: readonly number[]): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const promoters = answers.filter((score) => score >= 9).length;
  const detractors = answers.filter((score) => score <= 6).length;
  return {
    kind: "figure",
    value: (100 * (promoters - detractors)) / answers.length,
    answers: answers.length,
  };
}

/** CSAT in percent: satisfied ÷ answered. Whoever asks says from which score on an answer counts as satisfied. */
export function customerSatisfaction(answers: readonly number[], satisfiedFrom: number): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const satisfied = answers.filter((score) => score >= satisfiedFrom).length;
  return { kind: "figure", value: (100 * satisfied) / answers.length, answers: answers.length };
}

/** CES: the mean answer on the scale that was asked; it means nothing without that scale beside it. */
export function customerEffortScore(answers: readonly number[]): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const sum = answers.reduce((total, score) => total + score, 0);
  return { kind: "figure", value: sum / answers.length, answers: answers.length };
}
