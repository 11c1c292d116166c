import { phrase } from "../../phrase.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** Something new came into a category that this customer buys often. */
export const newProduct = playbook({
  key: "new-product",
  needs: ["lastTouch", "newProducts", "openTicket"],
  priority: "due",
  saves: 0.02,
  minutes: 5,
  restsOnKnownDays: true,
  eligible({ newProducts, openTicket, lastTouch }) {
    // Nobody wants an offer while they wait for us.
    if (openTicket !== null) return null;
    const untold = newProducts.find(
      ({ listedAt }) => lastTouch === null || dayOf(lastTouch.at) < dayOf(listedAt),
    );
    if (untold === undefined) return null;
    const { reference, name: product, category, days } = untold;
    return {
      action: phrase("new-product.action", { product }),
      reason: phrase("new-product.reason", { product, category, days }),
      occasion: reference,
    };
  },
});
