/** Which activities are the purchase of a product: an order with an amount above zero that names it. */
export const IS_PURCHASE = "kind = 'order' AND amount_minor > 0 AND category <> ''";

/** The UTC day of an activity, in whole days since 1970. */
export const PURCHASE_DAY = "floor(date_part('epoch', at) / 86400)::int";
