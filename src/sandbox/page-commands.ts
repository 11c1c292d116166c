import { z } from "zod";
import { MS_PER_HOUR } from "../domain/clock.ts";
import type { SandboxContext } from "./context.ts";
import type { Outcome } from "./delivery/courier.ts";
import { actOnBlock, invokeShortcut, loadOptions } from "./interactions/block-actions.ts";
import { setArchived, setMembership, setSharing } from "./interactions/channels.ts";
import { runCommand } from "./interactions/commands.ts";
import { lookAt } from "./interactions/context.ts";
import { actOnEntity, openEntity } from "./interactions/entities.ts";
import { openDirectMessage, postAs, toggleReaction } from "./interactions/messages.ts";
import { changePerson } from "./interactions/people.ts";
import { RefusedError, sentenceFor } from "./interactions/refused.ts";
import { stopAgent } from "./interactions/stop-agent.ts";
import { closeView, openHome, submitView } from "./interactions/views.ts";
import { morningAfter } from "./mornings.ts";
import type { ClockTarget, CommandValue, PageCommand, PageRequest } from "./page-protocol.ts";

const text = z.string();
const state = z.record(text, z.record(text, z.looseObject({ type: text })));
const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), conversationId: text, ts: text }),
  z.object({ kind: z.literal("view"), viewId: text }),
]);
const action = z.looseObject({ type: text, action_id: text, block_id: text });
const entityPlace = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unfurl"), conversationId: text, ts: text, url: text }),
  z.object({ kind: z.literal("flexpane") }),
]);
const inConversation = { as: text, conversationId: text };

const command = z.discriminatedUnion("type", [
  z.object({ type: z.literal("act_as"), as: text }),
  z.object({ type: z.literal("post_message"), ...inConversation, text, threadTs: text.nullable() }),
  z.object({ type: z.literal("slash_command"), ...inConversation, command: text, text }),
  z.object({ type: z.literal("block_action"), as: text, place, action, state }),
  z.object({
    type: z.literal("load_options"),
    as: text,
    place,
    blockId: text,
    actionId: text,
    query: text,
  }),
  z.object({ type: z.literal("submit_view"), as: text, viewId: text, state }),
  z.object({ type: z.literal("close_view"), as: text, viewId: text, all: z.boolean() }),
  z.object({ type: z.literal("open_home"), as: text, tab: z.enum(["home", "messages"]) }),
  z.object({ type: z.literal("look_at"), ...inConversation }),
  z.object({ type: z.literal("stop_agent"), ...inConversation, threadTs: text }),
  z.object({ type: z.literal("open_entity"), ...inConversation, ts: text, url: text }),
  z.object({ type: z.literal("close_entity"), as: text }),
  z.object({ type: z.literal("entity_action"), as: text, place: entityPlace, actionId: text }),
  z.object({ type: z.literal("open_dm"), as: text, with: text }),
  z.object({ type: z.literal("mark_read"), ...inConversation, ts: text }),
  z.object({ type: z.literal("toggle_reaction"), ...inConversation, ts: text, name: text }),
  z.object({
    type: z.literal("shortcut"),
    as: text,
    callbackId: text,
    message: z.object({ conversationId: text, ts: text }).nullable(),
  }),
  z.object({ type: z.literal("set_membership"), ...inConversation, personId: text, isMember: z.boolean() }),
  z.object({
    type: z.literal("set_sharing"),
    ...inConversation,
    sharing: z.enum(["internal", "pending", "shared"]),
  }),
  z.object({ type: z.literal("set_archived"), ...inConversation, isArchived: z.boolean() }),
  z.object({ type: z.literal("set_language"), as: text, locale: text.max(35) }),
  z.object({
    type: z.literal("advance_clock"),
    as: text,
    to: z.union([
      z.object({ instant: z.iso.datetime() }),
      z.object({ label: z.enum(["in_an_hour", "tomorrow_morning", "next_monday"]) }),
    ]),
  }),
  z.object({ type: z.literal("reset"), as: text }),
]) satisfies z.ZodType<PageCommand>;

const pageRequest = z.object({ id: text, command });

/** @returns null for text that is no request of the page */
export function parsePageRequest(given: string): PageRequest | null {
  try {
    return pageRequest.safeParse(JSON.parse(given)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Does what a person at the page asks.
 * @throws RefusedError with a sentence for them
 */
export async function carryOut(
  context: SandboxContext,
  given: PageCommand,
  reset: () => void,
): Promise<CommandValue | undefined> {
  const { workspace, clock } = context;
  if (!workspace.person(given.as)) throw new RefusedError("There is no such person here.");
  switch (given.type) {
    case "act_as":
      workspace.actAs(given.as);
      return;
    case "post_message":
      return { kind: "message", ts: postAs(context, given).ts };
    case "slash_command":
      await runCommand(context, given);
      return;
    case "block_action":
      return answered("The action", await actOnBlock(context, given));
    case "load_options":
      return loadOptions(context, given);
    case "submit_view":
      await submitView(context, given);
      return;
    case "close_view":
      return closeView(context, given).then(() => undefined);
    case "open_home":
      void openHome(context, given.as, given.tab);
      return;
    case "look_at":
      lookAt(context, given);
      return;
    case "stop_agent":
      stopAgent(context, given);
      return;
    case "open_entity":
      openEntity(context, given);
      return;
    case "close_entity":
      workspace.setFlexpane(given.as, null);
      return;
    case "entity_action":
      return answered("The action", await actOnEntity(context, given));
    case "open_dm":
      return { kind: "conversation", conversationId: openDirectMessage(context, given.as, given.with).id };
    case "mark_read":
      workspace.markRead(given.as, given.conversationId, given.ts);
      return;
    case "toggle_reaction":
      toggleReaction(context, given);
      return;
    case "shortcut":
      return answered("The shortcut", await invokeShortcut(context, given));
    case "set_membership":
      setMembership(context, given);
      return;
    case "set_sharing":
      setSharing(context, given);
      return;
    case "set_archived":
      setArchived(context, given);
      return;
    case "set_language":
      await changePerson(context, given.as, { locale: given.locale });
      return;
    case "advance_clock":
      await clock.advanceTo(instantOf(context, given.as, given.to), context.courier.idle);
      return;
    case "reset":
      reset();
      return;
  }
}

function answered(what: string, outcome: Outcome): undefined {
  if (outcome.kind !== "acknowledged") throw new RefusedError(sentenceFor(what, outcome));
}

function instantOf({ workspace, clock }: SandboxContext, as: string, to: ClockTarget): Date {
  const now = clock.now();
  if ("instant" in to) {
    const instant = new Date(to.instant);
    if (instant < now) throw new RefusedError("The clock only moves forward.");
    return instant;
  }
  if (to.label === "in_an_hour") return new Date(now.getTime() + MS_PER_HOUR);
  const zone = workspace.person(as)?.timeZone ?? "UTC";
  return morningAfter(now, zone, to.label === "next_monday" ? "Mon" : null);
}
