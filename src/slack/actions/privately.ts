import { customerCommand } from "../commands/customer.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { sayTooOld, showCard, withButton } from "./card-buttons.ts";

/** What was typed where another organisation reads: again, answered in the direct message. */
export const askPrivately: ActionHandler = (request, tools) => {
  const { deliveryId, userId, triggerId, value: text } = request;
  if (text === undefined) return sayTooOld(request, tools);
  return customerCommand({ deliveryId, userId, triggerId, text, channelId: null, responseUrl: null }, tools);
};

/** What the button says to type: done where it was pressed. */
export const askAgain: ActionHandler = (request, tools) => {
  const { deliveryId, userId, triggerId, channelId, responseUrl, value: text } = request;
  if (text === undefined) return sayTooOld(request, tools);
  return customerCommand({ deliveryId, userId, triggerId, text, channelId, responseUrl }, tools);
};

/** The card of a customer whose button was pressed where another organisation reads. */
export const showCardPrivately = withButton(({ customerId }, _request, tools) =>
  showCard({ customerId }, tools),
);
