import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { productsMessage } from "../blocks/products/products.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** What a customer buys and what to offer them; no amount is in it. */
export const productsForAll: BuildForAll<number> = async (customerId, { flows, reader }) => {
  const shown = await flows.showProducts({ customerId });
  return shown.kind === "gone" ? null : nothingMore(productsMessage({ ...shown, ...asReadBy(reader) }));
};
