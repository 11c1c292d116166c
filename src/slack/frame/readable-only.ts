import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { isRequest, problemIn } from "./payloads.ts";
import { COMMANDS } from "./register.ts";
import { storable } from "./storable-text.ts";

/** Says to whoever sent it that a request failed, with a reference that stands in the log. */
type SayUnreadable = (body: unknown, error: unknown) => Promise<void>;

/**
 * Stands before the inbox and Bolt: what is no request of ours, or cannot be read, goes no further. Bolt reads parts of it by
 * itself and fails on them, and leaves what nobody handles without an answer until Slack has given up.
 */
export function readableOnly<Given extends Receiver>(receiver: Given, sayUnreadable: SayUnreadable): Given {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    const take = (event: ReceiverEvent) => takeReadable(event, app, sayUnreadable);
    init(Object.create(app, { processEvent: { value: take } }));
  };
  return receiver;
}

async function takeReadable(
  given: ReceiverEvent,
  app: Pick<App, "processEvent">,
  sayUnreadable: SayUnreadable,
): Promise<void> {
  let isAnswered = false;
  const ack: ReceiverEvent["ack"] = (answer) => {
    isAnswered = true;
    return given.ack(answer);
  };
  const body = Object(storable(given.body));
  if (!isRequest(body)) return ack();
  const problem =
    problemIn(body) ?? unknownCommand(body) ?? (await problemOfBolt(app, { ...given, body, ack }));
  if (problem === null) return;
  if (!isAnswered) await ack();
  await sayUnreadable(body, problem);
}

/** What our handlers fail on they say themselves: what is thrown here, Bolt could not read. */
async function problemOfBolt(app: Pick<App, "processEvent">, event: ReceiverEvent): Promise<Error | null> {
  try {
    await app.processEvent(event);
    return null;
  } catch (error) {
    return new UnreadableRequest("Bolt could not read it", { cause: error });
  }
}

/** Signed by Slack, and still nothing that we or Bolt can make sense of. */
export class UnreadableRequest extends Error {
  override readonly name = "UnreadableRequest";
}

/** Of another version of the app's manifest. */
const unknownCommand = ({ command }: { readonly command?: unknown }): Error | null =>
  typeof command !== "string" || Object.hasOwn(COMMANDS, command)
    ? null
    : new UnreadableRequest(`No command of ours: ${command.slice(0, 50)}`);
