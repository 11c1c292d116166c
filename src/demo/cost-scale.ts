/** The demo's costs and budgets are written down for so many customers. */
const COSTED_CUSTOMERS = 300;

/**
 * What costs `cents` for 300 customers, for another number of them: in proportion, in whole euros.
 * @returns cents
 */
export function amountForAll(cents: number, customers: number): number {
  return Math.round((cents * customers) / COSTED_CUSTOMERS / 100) * 100;
}
