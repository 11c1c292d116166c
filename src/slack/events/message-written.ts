import { customerCommand } from "../commands/customer.ts";
import type { EventHandler } from "../frame/handler.ts";
import { typedIn } from "./typed-in.ts";

/** A mention or a direct message: answered as if it had been typed behind the command, which asks who may read what. */
export const messageWritten: EventHandler = async ({ message, deliveryId, userId }, tools) => {
  if (message === null) return;
  const { channelId, responseUrl } = message.place;
  const text = typedIn(message.text);
  await customerCommand({ deliveryId, userId, channelId, responseUrl, triggerId: null, text }, tools);
};
