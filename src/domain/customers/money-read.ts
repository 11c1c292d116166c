/** In the place of a customer whose amounts were seen: a report over all of them. */
export const ALL_CUSTOMERS = 0;

/**
 * Days for which it is known who saw amounts. Chosen by the product: a year and a month, so that a yearly review can ask about all
 * of its year.
 */
export const MONEY_READS_KEPT_DAYS = 400;
