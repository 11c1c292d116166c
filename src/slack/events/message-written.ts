import { customerCommand } from "../commands/customer.ts";
import type { EventHandler } from "../frame/handler.ts";
import { typedIn } from "./typed-in.ts";

/**
 * A mention or a direct message: a question in words, or whatever can be typed behind the command; who may read what is
 * asked as there.
 */
export const messageWritten: EventHandler = async ({ message, deliveryId, userId }, tools) => {
  if (message === null) return;
  const { askedIn, place } = message;
  const { channelId, responseUrl } = place;
  const text = typedIn(message.text);
  await customerCommand(
    { deliveryId, userId, channelId, responseUrl, triggerId: null, text, askedIn },
    tools,
  );
};
