import type { Conversation, Message, MessageTs, Person, Snapshot } from "../../page-protocol.ts";

/** What stands on the left for one person. A person or app without a conversation yet gets one when it is opened. */
export type Navigation = {
  readonly channels: readonly Conversation[];
  readonly direct: readonly DirectLine[];
  readonly apps: readonly DirectLine[];
};

export type DirectLine = { readonly person: Person; readonly conversation: Conversation | null };

export function navigationOf(snapshot: Snapshot, personId: string): Navigation {
  const mine = snapshot.conversations.filter(({ memberIds }) => memberIds.includes(personId));
  const lines = snapshot.people
    .filter(({ id }) => id !== personId && id !== "USLACKBOT")
    .map((person) => ({ person, conversation: mine.find((each) => isDirectWith(each, person.id)) ?? null }));
  return {
    channels: mine.filter(({ kind, isArchived }) => kind !== "im" && !isArchived),
    direct: lines.filter(({ person }) => !person.isBot),
    apps: lines.filter(({ person }) => person.isBot),
  };
}

const isDirectWith = ({ kind, memberIds }: Conversation, personId: string) =>
  kind === "im" && memberIds.includes(personId);

/** The other member of a direct conversation; null for channels. */
export function otherMember(snapshot: Snapshot, conversation: Conversation, personId: string): Person | null {
  if (conversation.kind !== "im") return null;
  const id = conversation.memberIds.find((each) => each !== personId) ?? personId;
  return snapshot.people.find((person) => person.id === id) ?? null;
}

/** `#sales`, or the other member's name. */
export function conversationTitle(snapshot: Snapshot, conversation: Conversation, personId: string): string {
  if (conversation.kind !== "im") return `#${conversation.name}`;
  return otherMember(snapshot, conversation, personId)?.realName ?? "Direct message";
}

/** What stands in the conversation itself: no replies, except those sent to the conversation too. */
export function messagesOf(snapshot: Snapshot, personId: string, conversationId: string): readonly Message[] {
  return seenBy(snapshot, personId, conversationId).filter(
    ({ threadTs, isBroadcast }) => threadTs === null || isBroadcast,
  );
}

/** The parent first, then its replies. */
export function threadOf(
  snapshot: Snapshot,
  personId: string,
  conversationId: string,
  threadTs: MessageTs,
): readonly Message[] {
  return seenBy(snapshot, personId, conversationId).filter(
    (message) => message.ts === threadTs || message.threadTs === threadTs,
  );
}

/** Messages of the conversation that came after the person last read it, not counting their own. */
export function unreadOf(snapshot: Snapshot, personId: string, conversationId: string): readonly Message[] {
  const readUpTo = snapshot.lastRead[personId]?.[conversationId] ?? "";
  return messagesOf(snapshot, personId, conversationId).filter(
    ({ ts, authorId }) => ts > readUpTo && authorId !== personId,
  );
}

function seenBy(snapshot: Snapshot, personId: string, conversationId: string): readonly Message[] {
  const conversation = snapshot.conversations.find(({ id }) => id === conversationId);
  if (!conversation?.memberIds.includes(personId)) return [];
  return (snapshot.messages[conversationId] ?? []).filter(
    ({ ephemeralFor }) => ephemeralFor === null || ephemeralFor === personId,
  );
}

/** What a screen reader says when the message arrives; null when it is the person's own, old, or not for them. */
export function announcement(before: Snapshot, message: Message, personId: string): string | null {
  const known = before.messages[message.conversationId]?.some(({ ts }) => ts === message.ts) ?? false;
  const conversation = before.conversations.find(({ id }) => id === message.conversationId);
  const isForMe = message.ephemeralFor === null || message.ephemeralFor === personId;
  if (known || message.authorId === personId || !isForMe) return null;
  if (!conversation?.memberIds.includes(personId)) return null;
  const author = before.people.find(({ id }) => id === message.authorId)?.realName ?? "The workspace";
  const where = conversation.kind === "im" ? "" : ` in ${conversationTitle(before, conversation, personId)}`;
  return `${author}${where}: ${message.text}`;
}
