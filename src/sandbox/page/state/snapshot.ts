import type { LogEntry, Message, Person, ServerMessage, Snapshot } from "../../page-protocol.ts";

/** As many log entries as a snapshot holds. */
const LOG_LENGTH = 500;

/** The workspace after a message of the sandbox; null before the first snapshot. Updates that come earlier are dropped. */
export function applyServerMessage(snapshot: Snapshot | null, message: ServerMessage): Snapshot | null {
  if (message.type === "snapshot") return message.snapshot;
  return snapshot === null ? null : applyUpdate(snapshot, message);
}

type Update = Exclude<ServerMessage, { type: "snapshot" }>;

function applyUpdate(snapshot: Snapshot, update: Update): Snapshot {
  switch (update.type) {
    case "message":
      return withMessages(snapshot, update.message.conversationId, (list) =>
        putMessage(list, update.message),
      );
    case "message_gone":
      return withMessages(snapshot, update.conversationId, (list) =>
        list.filter(({ ts }) => ts !== update.ts),
      );
    case "conversation":
      return { ...snapshot, conversations: putById(snapshot.conversations, update.conversation) };
    case "person":
      return { ...snapshot, people: withPerson(snapshot.people, update.person) };
    case "read":
      return { ...snapshot, lastRead: withRead(snapshot.lastRead, update) };
    case "modals":
      return { ...snapshot, modals: { ...snapshot.modals, [update.personId]: update.stack } };
    case "home":
      return { ...snapshot, homes: { ...snapshot.homes, [update.personId]: update.view } };
    case "prompts":
      return { ...snapshot, prompts: withPrompts(snapshot.prompts, update) };
    case "statuses":
      return { ...snapshot, statuses: update.statuses };
    case "flexpane":
      return { ...snapshot, flexpanes: withFlexpane(snapshot.flexpanes, update) };
    case "open_channel":
      return {
        ...snapshot,
        openChannels: { ...snapshot.openChannels, [update.personId]: update.conversationId },
      };
    case "file":
      return { ...snapshot, files: { ...snapshot.files, [update.file.id]: update.file } };
    case "clock":
      return { ...snapshot, clock: update.clock };
    case "connection":
      return { ...snapshot, connection: update.connection };
    case "log":
      return { ...snapshot, log: putLogEntry(snapshot.log, update.entry) };
    case "reply":
      return snapshot;
  }
}

function withFlexpane(
  before: Snapshot["flexpanes"],
  { personId, flexpane }: Extract<Update, { type: "flexpane" }>,
): Snapshot["flexpanes"] {
  const { [personId]: _replaced, ...others } = before;
  return flexpane === null ? others : { ...others, [personId]: flexpane };
}

function withPrompts(
  before: Snapshot["prompts"],
  { conversationId, prompts }: Extract<Update, { type: "prompts" }>,
): Snapshot["prompts"] {
  const { [conversationId]: _replaced, ...others } = before;
  return prompts === null ? others : { ...others, [conversationId]: prompts };
}

function withMessages(
  snapshot: Snapshot,
  conversationId: string,
  change: (list: readonly Message[]) => readonly Message[],
): Snapshot {
  const list = snapshot.messages[conversationId] ?? [];
  return { ...snapshot, messages: { ...snapshot.messages, [conversationId]: change(list) } };
}

/** Messages stay sorted by `ts`, wherever a late one belongs. */
function putMessage(list: readonly Message[], message: Message): readonly Message[] {
  const others = list.filter(({ ts }) => ts !== message.ts);
  const place = others.findIndex(({ ts }) => ts > message.ts);
  return place === -1 ? [...others, message] : others.toSpliced(place, 0, message);
}

function putById<T extends { readonly id: string | number }>(list: readonly T[], item: T): readonly T[] {
  const place = list.findIndex(({ id }) => id === item.id);
  return place === -1 ? [...list, item] : list.with(place, item);
}

/** Bots stay last. */
function withPerson(people: readonly Person[], person: Person): readonly Person[] {
  return putById(people, person).toSorted((a, b) => Number(a.isBot) - Number(b.isBot));
}

function putLogEntry(log: readonly LogEntry[], entry: LogEntry): readonly LogEntry[] {
  return putById(log, entry).slice(-LOG_LENGTH);
}

function withRead(lastRead: Snapshot["lastRead"], update: Extract<Update, { type: "read" }>) {
  const { personId, conversationId, lastRead: ts } = update;
  return { ...lastRead, [personId]: { ...lastRead[personId], [conversationId]: ts } };
}
