/** What a nudge brings shows within a month, and a quarter is to be judged a month after it. Chosen by the product. */
export const WITHIN_DAYS = 30;
