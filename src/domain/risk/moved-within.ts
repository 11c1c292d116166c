/** Within so many days a risk is said to have moved, as a digest comes once a week. */
export const MOVED_WITHIN_DAYS = 7;
