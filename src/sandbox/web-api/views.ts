import { randomBytes } from "node:crypto";
import { z } from "zod";
import { refusal, SlackApiError } from "../api-error.ts";
import { isObject } from "../block-kit/checks.ts";
import { viewProblems } from "../block-kit/validate.ts";
import type { SandboxContext } from "../context.ts";
import type { BlockJson } from "../page-protocol.ts";
import { type StoredView, viewJson, withBlockIds } from "../state.ts";
import { type ApiMethod, field, method, requireScope } from "./method.ts";

/** From Slack's documentation: a modal and two above it. */
const MAX_STACK = 3;

const newHash = (context: SandboxContext) =>
  `${Math.floor(context.clock.now().getTime() / 1000)}.${randomBytes(4).toString("hex")}`;

/** @throws SlackApiError invalid_arguments with a JSON pointer for each problem */
function checkedView(view: unknown, kind: StoredView["kind"]): StoredView["given"] {
  const problems = viewProblems(view, kind, "/view");
  if (problems.length > 0 || !isObject(view)) throw refusal("invalid_arguments", problems);
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isBlock) : [];
  return { ...view, blocks: withBlockIds(blocks) };
}

const isBlock = (value: unknown): value is BlockJson => isObject(value) && typeof value.type === "string";

/** A view that was not there before. `below` is the one it is put upon. */
export function newView(
  context: SandboxContext,
  {
    given,
    kind,
    personId,
    below,
  }: Pick<StoredView, "kind" | "personId"> & { given: unknown; below: StoredView | null },
): StoredView {
  const checked = checkedView(given, kind);
  const id = context.workspace.nextId("V");
  return {
    id,
    kind,
    personId,
    given: checked,
    hash: newHash(context),
    rootViewId: below?.rootViewId ?? id,
    previousViewId: below?.id ?? null,
    state: {},
    errors: {},
    failure: null,
    isSubmitting: false,
  };
}

/** The same view with new content; what was said about the old one goes. */
export function replacedView(context: SandboxContext, view: StoredView, given: unknown): StoredView {
  return {
    ...view,
    given: checkedView(given, view.kind),
    hash: newHash(context),
    errors: {},
    failure: null,
    isSubmitting: false,
  };
}

/**
 * A view to be put on top of the person's stack.
 * @throws SlackApiError push_limit_reached
 */
export function pushedView(context: SandboxContext, personId: string, given: unknown): StoredView {
  const stack = context.workspace.modalsOf(personId);
  if (stack.length >= MAX_STACK) throw new SlackApiError("push_limit_reached");
  return newView(context, { given, kind: "modal", personId, below: stack.at(-1) ?? null });
}

/** @throws SlackApiError missing_scope: the file input is for apps that may read files */
function checkFileScope(context: SandboxContext, { blocks }: StoredView["given"]): void {
  const hasFileInput = blocks.some(({ element }) => isObject(element) && element.type === "file_input");
  if (hasFileInput) requireScope(context, ["files:read"]);
}

const triggerArgs = z.object({ trigger_id: field.text, view: field.json });

const open = method({
  scopes: [],
  tier: 4,
  args: triggerArgs,
  run(context, args) {
    // A view that is refused does not use the trigger up.
    checkFileScope(context, checkedView(args.view, "modal"));
    const personId = context.triggers.exchange(args.trigger_id);
    const view = newView(context, { given: args.view, kind: "modal", personId, below: null });
    context.workspace.setModals(personId, [view]);
    return { view: viewJson(view) };
  },
});

const push = method({
  scopes: [],
  tier: 4,
  args: triggerArgs,
  run(context, args) {
    checkFileScope(context, checkedView(args.view, "modal"));
    const personId = context.triggers.exchange(args.trigger_id);
    const stack = context.workspace.modalsOf(personId);
    if (stack.length === 0) throw new SlackApiError("not_found");
    const view = pushedView(context, personId, args.view);
    context.workspace.setModals(personId, [...stack, view]);
    return { view: viewJson(view) };
  },
});

const update = method({
  scopes: [],
  tier: 4,
  args: z.object({
    view: field.json,
    view_id: field.text.optional(),
    external_id: field.text.optional(),
    hash: field.text.optional(),
  }),
  run(context, args) {
    const found = context.workspace
      .allModals()
      .find((view) => (args.view_id ? view.id === args.view_id : isCalled(view, args.external_id)));
    if (!found) throw new SlackApiError("not_found");
    if (args.hash && args.hash !== found.hash) throw new SlackApiError("hash_conflict");
    const view = replacedView(context, found, args.view);
    context.workspace.putView(view);
    return { view: viewJson(view) };
  },
});

const isCalled = (view: StoredView, externalId: string | undefined) =>
  externalId !== undefined && externalId !== "" && view.given.external_id === externalId;

const publish = method({
  scopes: [],
  tier: 4,
  args: z.object({ user_id: field.text, view: field.json, hash: field.text.optional() }),
  run(context, args) {
    if (!context.workspace.person(args.user_id)) throw new SlackApiError("user_not_found");
    const before = context.workspace.homeOf(args.user_id);
    if (args.hash && before && args.hash !== before.hash) throw new SlackApiError("hash_conflict");
    const view = before
      ? replacedView(context, before, args.view)
      : newView(context, { given: args.view, kind: "home", personId: args.user_id, below: null });
    context.workspace.setHome(view);
    return { view: viewJson(view) };
  },
});

export const VIEW_METHODS: Readonly<Record<string, ApiMethod>> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
