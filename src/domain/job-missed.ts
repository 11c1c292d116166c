/** For so many days it is told what jobs missed. Chosen by the product: as long as hourly runs are kept. */
export const MISSED_TOLD_DAYS = 30;
