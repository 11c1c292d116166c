import { isObject } from "./block-kit/checks.ts";
import type { SandboxContext } from "./context.ts";
import type { Outcome } from "./delivery/courier.ts";
import { actOnBlock } from "./interactions/block-actions.ts";
import { setArchived, setMembership, setSharing } from "./interactions/channels.ts";
import { runCommand } from "./interactions/commands.ts";
import { findElement, surfaceAt } from "./interactions/elements.ts";
import { actOnEntity, type Details, fillFlexpane, openEntity } from "./interactions/entities.ts";
import { giveFile } from "./interactions/given-files.ts";
import { initialState, inputsOf, stateValue, valueField } from "./interactions/inputs.ts";
import { postAs } from "./interactions/messages.ts";
import { addPerson, changePerson } from "./interactions/people.ts";
import { RefusedError } from "./interactions/refused.ts";
import { closeView, openHome, submitView } from "./interactions/views.ts";
import type {
  ActionPlace,
  Conversation,
  Flexpane,
  Message,
  OpenView,
  Sharing,
  StateValues,
} from "./page-protocol.ts";
import type { PersonChanges } from "./people.ts";
import { IDENTITY, type SeedPerson } from "./seed.ts";
import { openViewOf, type StoredView } from "./state.ts";
import type { Change } from "./workspace.ts";

/** Long enough for a busy machine; a wait that takes it has failed. */
const PATIENCE_MS = 10_000;

export type Hands = ReturnType<typeof handsOn>;

/** What a test does at the workspace in the place of people, and what they see. `channel` may be a name. */
export function handsOn(context: SandboxContext) {
  const { workspace } = context;
  const idOf = (channel: string) =>
    workspace.conversations().find(({ id, name }) => id === channel || (name !== "" && name === channel))
      ?.id ?? channel;
  const topModal = (user: string): StoredView => {
    const view = workspace.modalsOf(user).at(-1);
    if (!view) throw new RefusedError(`${user} has no open modal.`);
    return view;
  };
  const visibleTo = (user: string | null) => (message: Message) =>
    message.ephemeralFor === null || message.ephemeralFor === user;

  return {
    command(given: {
      user: string;
      channel: string;
      command: string;
      text?: string;
    }): Promise<Outcome | null> {
      const { user: as, command, text = "" } = given;
      return runCommand(context, { as, conversationId: idOf(given.channel), command, text });
    },
    post(given: { user: string; channel: string; text: string; threadTs?: string }): Message {
      const { user: as, text, threadTs = null } = given;
      return postAs(context, { as, conversationId: idOf(given.channel), text, threadTs });
    },
    /** Uses the element with this action id; `choice` is the value of the option, or the picker's new value. */
    click(given: {
      user: string;
      on: Message | OpenView;
      actionId: string;
      choice?: unknown;
    }): Promise<Outcome> {
      const place: ActionPlace =
        "ts" in given.on
          ? { kind: "message", conversationId: given.on.conversationId, ts: given.on.ts }
          : { kind: "view", viewId: given.on.id };
      const found = findElement(surfaceAt(context, given.user, place), given.actionId, null);
      if (!found) throw new RefusedError(`There is no element ${given.actionId}.`);
      const { element, blockId: block_id } = found;
      const chosen = given.choice === undefined ? {} : stateValue(element, choiceOf(element, given.choice));
      const action = { ...chosen, type: String(element.type), action_id: given.actionId, block_id };
      const state = initialState(given.on.blocks);
      const isInput = given.choice !== undefined && block_id in state;
      const chosenState = isInput
        ? { [block_id]: { [given.actionId]: { type: String(element.type), ...chosen } } }
        : {};
      return actOnBlock(context, { as: given.user, place, action, state: { ...state, ...chosenState } });
    },
    /** Opens the flexpane of what a link leads to. @returns it, once the app has filled it or did not */
    openPane({ user: as, on, link }: { user: string; on: Message; link: string }): Promise<Flexpane> {
      const message = workspace.findMessage(on.conversationId, on.ts);
      const entity = message?.entities.find((one) => (one.app_unfurl_url ?? one.url) === link);
      if (!entity) throw new RefusedError("That link is not unfurled.");
      const filled = nextChange(context, (change) =>
        change.type === "flexpane" && change.personId === as && change.flexpane?.kind !== "loading"
          ? change.flexpane
          : null,
      );
      openEntity(context, { as, conversationId: on.conversationId, ts: on.ts, url: entity.url });
      return filled;
    },
    clickInPane: (given: { user: string; actionId: string }): Promise<Outcome> =>
      actOnEntity(context, { as: given.user, place: { kind: "flexpane" }, actionId: given.actionId }),
    /** Submits the person's top modal; `values` by block id or action id, in place of what stood there. */
    submitView(given: { user: string; values?: Readonly<Record<string, unknown>> }): Promise<Outcome | null> {
      const view = topModal(given.user);
      const state = filledIn(view, given.values ?? {});
      return submitView(context, { as: given.user, viewId: view.id, state });
    },
    /** Uploads a file as a file input does. @returns what to give the input, in a list */
    giveFile: (given: { user: string; name: string; content: string | Buffer }): { readonly id: string } => ({
      id: giveFile(context, { as: given.user, name: given.name, content: Buffer.from(given.content) }),
    }),
    closeView: ({ user, all = false }: { user: string; all?: boolean }) =>
      closeView(context, { as: user, viewId: topModal(user).id, all }),
    openHome: (user: string) => openHome(context, user, "home"),

    /** Resolves once the app has answered `team_join`. */
    addPerson: (person: SeedPerson) => addPerson(context, person),
    /** Resolves once the app has answered `user_change`; e.g. `{ account: "deactivated" }`. */
    changePerson: (user: string, changes: PersonChanges) => changePerson(context, user, changes),
    /** Shares a channel with another organisation, invites one, or ends it; the app hears nothing of it. */
    share: (channel: string, sharing: Sharing = "shared"): Conversation =>
      setSharing(context, { conversationId: idOf(channel), sharing }),
    /** A message as the app would have left it: a stream that runs, a link with what it leads to. */
    put: (message: Message): void => workspace.putMessage(message),
    /** What the app shows in the flexpane somebody opened. */
    fillFlexpane: (details: Details): void => fillFlexpane(context, details),
    archive: (channel: string, isArchived = true): Conversation =>
      setArchived(context, { conversationId: idOf(channel), isArchived }),
    setMembership: (given: { channel: string; user: string; isMember: boolean }): void =>
      setMembership(context, {
        conversationId: idOf(given.channel),
        personId: given.user,
        isMember: given.isMember,
      }),

    modalOf(user: string): OpenView | null {
      const view = workspace.modalsOf(user).at(-1);
      return view ? openViewOf(view) : null;
    },
    homeOf(user: string): OpenView | null {
      const view = workspace.homeOf(user);
      return view ? openViewOf(view) : null;
    },
    /** What a person sees there, oldest first; without `as`, what everyone sees. */
    messagesIn: (channel: string, { as = null }: { as?: string | null } = {}): readonly Message[] =>
      workspace.messagesIn(idOf(channel)).filter(visibleTo(as)),
    directMessages(user: string): readonly Message[] {
      return workspace.messagesIn(workspace.directMessage(user, IDENTITY.botUserId).id);
    },
    /** The first message, there already or still to come, that the test accepts. */
    waitForMessage: (accepts: (message: Message) => boolean): Promise<Message> => {
      const there = workspace
        .conversations()
        .flatMap(({ id }) => workspace.messagesIn(id))
        .find(accepts);
      return there
        ? Promise.resolve(there)
        : nextChange(context, (change) =>
            change.type === "message" && accepts(change.message) ? change.message : null,
          );
    },
    waitForModal: (user: string, accepts: (view: OpenView) => boolean = () => true): Promise<OpenView> => {
      const view = workspace.modalsOf(user).at(-1);
      if (view && accepts(openViewOf(view))) return Promise.resolve(openViewOf(view));
      return nextChange(context, (change) => {
        const top = change.type === "modals" && change.personId === user ? change.stack.at(-1) : undefined;
        return top && accepts(top) ? top : null;
      });
    },
    waitForHome: (user: string, accepts: (view: OpenView) => boolean = () => true): Promise<OpenView> => {
      const view = workspace.homeOf(user);
      if (view && accepts(openViewOf(view))) return Promise.resolve(openViewOf(view));
      return nextChange(context, (change) =>
        change.type === "home" && change.personId === user && accepts(change.view) ? change.view : null,
      );
    },
    /** The next finished entry of the log that the test accepts; also one that is there already. */
    waitForLog: (accepts: (entry: Extract<Change, { type: "log" }>["entry"]) => boolean) => {
      const finished = (entry: Extract<Change, { type: "log" }>["entry"]) =>
        entry.ok !== null && accepts(entry);
      const there = context.inspector.entries().find(finished);
      return there
        ? Promise.resolve(there)
        : nextChange(context, (change) =>
            change.type === "log" && finished(change.entry) ? change.entry : null,
          );
    },
  };
}

function filledIn(view: StoredView, values: Readonly<Record<string, unknown>>): StateValues {
  const inputs = inputsOf(view.given.blocks);
  const unknown = Object.keys(values).filter(
    (key) => !inputs.some(({ blockId, element }) => blockId === key || element.action_id === key),
  );
  if (unknown.length > 0) throw new RefusedError(`The modal has no input ${unknown.join(", ")}.`);
  const entries = inputs.map(({ blockId, element }) => {
    const actionId = String(element.action_id);
    const given = values[blockId] ?? values[actionId];
    const before = view.state[blockId]?.[actionId] ?? initialState(view.given.blocks)[blockId]?.[actionId];
    const entered = given === undefined ? before : stateValue(element, choiceOf(element, given));
    return [blockId, { [actionId]: entered ?? stateValue(element, null) }] as const;
  });
  return Object.fromEntries(entries);
}

/** An option by its value; everything else as it is. */
function choiceOf(element: Readonly<Record<string, unknown>>, choice: unknown): unknown {
  const wanted = valueField(element.type);
  if (wanted !== "selected_option" && wanted !== "selected_options") return choice;
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const options = [element.options, ...groups.map((group) => group.options)]
    .filter(Array.isArray)
    .flat()
    .filter(isObject);
  const find = (value: unknown) => {
    const option = options.find((each) => each.value === value);
    if (!option && element.type !== "external_select")
      throw new RefusedError(`There is no option ${String(value)}.`);
    return option ?? value;
  };
  return Array.isArray(choice) ? choice.map(find) : find(choice);
}

function nextChange<T>({ workspace }: SandboxContext, pick: (change: Change) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Nothing of the kind happened within ${PATIENCE_MS / 1000} s.`));
    }, PATIENCE_MS);
    const unsubscribe = workspace.subscribe((change) => {
      const picked = pick(change);
      if (picked === null) return;
      finish();
      resolve(picked);
    });
  });
}
