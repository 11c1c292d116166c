import { randomUUID } from "node:crypto";
import type { App } from "@slack/bolt";
import { act } from "./act.ts";
import { handleDelivery, type ListenerDeps } from "./listener.ts";
import { open } from "./open.ts";
import {
  parseAction,
  parseCommand,
  parseEvent,
  parseShortcut,
  parseSubmission,
  senderOf,
} from "./payloads.ts";
import { COMMANDS, EVENTS } from "./register.ts";
import { check, submit } from "./submit.ts";

/** Connects Bolt with the tables of `register.ts`: acknowledge, parse, see who asks and where, hand over. */
export function dispatch(app: App, deps: ListenerDeps): void {
  for (const [command, handle] of Object.entries(COMMANDS)) {
    app.command(command, async ({ ack, body }) => {
      await ack();
      await orSayUnreadable(deps, command, body, async () => {
        const request = parseCommand(body);
        const delivery = { deliveryId: request.deliveryId, what: command, place: request };
        await handleDelivery(deps, delivery, (tools) => handle(request, tools));
      });
    });
  }

  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    await orSayUnreadable(deps, "an action", body, async () => {
      const request = parseAction(body);
      const delivery = { deliveryId: request.deliveryId, what: request.actionId, place: request };
      await handleDelivery(deps, delivery, (tools) => act(request, tools));
    });
  });

  app.shortcut(/.*/, async ({ ack, body }) => {
    await ack();
    await orSayUnreadable(deps, "a shortcut", body, async () => {
      const request = parseShortcut(body);
      const place = { userId: request.userId, channelId: null, responseUrl: null };
      const delivery = { deliveryId: request.deliveryId, what: request.callbackId, place };
      await handleDelivery(deps, delivery, (tools) => open(request, tools));
    });
  });

  app.view(/.*/, async ({ ack, body }) => {
    const handleForm = async () => {
      const request = parseSubmission(body);
      const checked = await check(request, deps);
      if (checked.kind === "wrong") return ack({ response_action: "errors", errors: { ...checked.errors } });
      await ack(checked.shows && { response_action: "update", view: checked.shows });
      const place = { ...checked.place, userId: request.userId };
      const delivery = { deliveryId: request.deliveryId, what: request.callbackId, place };
      await handleDelivery(deps, delivery, (tools) => submit(request, checked, tools));
    };
    // A form that cannot be read was not acknowledged yet.
    await orSayUnreadable(deps, "a form", body, handleForm, ack);
  });

  for (const [event, handle] of Object.entries(EVENTS)) {
    app.event(event, async ({ body, ...args }) => {
      // Bolt acknowledges every event by itself but for a step of a workflow.
      const { ack }: { readonly ack?: unknown } = args;
      if (typeof ack === "function") await ack();
      await orSayUnreadable(deps, event, body, async () => {
        const request = parseEvent(body);
        if (request.isIdle) return;
        const place = request.message?.place ?? null;
        const delivery = { deliveryId: request.deliveryId, what: event, place };
        await handleDelivery(deps, delivery, (tools) => handle(request, tools));
      });
    });
  }
}

/** Whoever sent what nobody can read hears that it failed, with a reference that stands in the log. */
async function orSayUnreadable(
  deps: ListenerDeps,
  what: string,
  body: unknown,
  work: () => Promise<void>,
  acknowledge: () => Promise<void> = async () => {},
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await acknowledge();
    await sayUnreadable(deps, what, body, error);
  }
}

/** Tells whoever sent a request that it failed, as far as it says who that is. */
export function sayUnreadable(
  deps: ListenerDeps,
  what: string,
  body: unknown,
  error: unknown,
): Promise<void> {
  const delivery = { deliveryId: `unreadable:${randomUUID()}`, what, place: senderOf(body) };
  return handleDelivery(deps, delivery, () => Promise.reject(error));
}
