import type { App } from "@slack/bolt";
import { sayTooOld } from "../actions/card-buttons.ts";
import type { CheckedSubmission, SubmissionHandler } from "./handler.ts";
import { handleDelivery, type ListenerDeps } from "./listener.ts";
import { parseAction, parseCommand, parseEvent, parseSubmission } from "./payloads.ts";
import { ACTIONS, COMMANDS, EVENTS, SUBMISSIONS } from "./register.ts";

/** Connects Bolt with the tables of `register.ts`: acknowledge, parse, hand over. */
export function dispatch(app: App, deps: ListenerDeps): void {
  for (const [command, handle] of Object.entries(COMMANDS)) {
    app.command(command, async ({ ack, body }) => {
      await ack();
      const request = parseCommand(body);
      const delivery = { deliveryId: request.deliveryId, what: command, place: request };
      await handleDelivery(deps, delivery, (tools) => handle(request, tools));
    });
  }

  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    const request = parseAction(body);
    const handle = ACTIONS[request.actionId.split(":")[0] ?? ""] ?? sayTooOld;
    const delivery = { deliveryId: request.deliveryId, what: request.actionId, place: request };
    await handleDelivery(deps, delivery, (tools) => handle(request, tools));
  });

  for (const [callbackId, check] of Object.entries(SUBMISSIONS)) {
    app.view(callbackId, async ({ ack, body }) => {
      const request = parseSubmission(body);
      const checked = await checkSafely(() => check(request, deps.clock(), deps.flows));
      if (checked.kind === "wrong") return ack({ response_action: "errors", errors: { ...checked.errors } });
      await ack();
      const place = { ...checked.place, userId: request.userId };
      const delivery = { deliveryId: request.deliveryId, what: callbackId, place };
      await handleDelivery(deps, delivery, (tools) => checked.handle(tools));
    });
  }

  for (const [event, handle] of Object.entries(EVENTS)) {
    app.event(event, async ({ body }) => {
      const request = parseEvent(body);
      const delivery = { deliveryId: request.deliveryId, what: event, place: null };
      await handleDelivery(deps, delivery, (tools) => handle(request, tools));
    });
  }
}

/** A check that breaks closes the form and is reported as every failure is. */
async function checkSafely(check: () => ReturnType<SubmissionHandler>): Promise<CheckedSubmission> {
  try {
    return await check();
  } catch (error) {
    const place = { channelId: null, responseUrl: null };
    return { kind: "good", place, handle: () => Promise.reject(error) };
  }
}
