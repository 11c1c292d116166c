import type { CommandHint, Conversation, Person } from "../../page-protocol.ts";

/** What a text in the composer becomes when it is sent. */
export type Draft =
  | { readonly kind: "empty" }
  | { readonly kind: "command"; readonly command: string; readonly text: string }
  | { readonly kind: "unknown_command"; readonly command: string }
  | { readonly kind: "message"; readonly text: string };

export type Vocabulary = {
  readonly commands: readonly CommandHint[];
  readonly people: readonly Person[];
  readonly channels: readonly Conversation[];
};

export function readDraft(text: string, vocabulary: Vocabulary): Draft {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  const [, command, rest] = /^(\/\S+)\s*([\s\S]*)$/.exec(trimmed) ?? [];
  if (command === undefined) return { kind: "message", text: encodeText(trimmed, vocabulary) };
  const isKnown = vocabulary.commands.some((hint) => hint.command === command);
  return isKnown ? { kind: "command", command, text: rest ?? "" } : { kind: "unknown_command", command };
}

/** As Slack's clients send text: `&`, `<` and `>` escaped, `@handle` and `#channel` replaced by their ids. */
export function encodeText(text: string, { people, channels }: Vocabulary): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .replace(/(?<![\p{L}\p{N}])@([\p{L}\p{N}._-]+)/gu, (written, name: string) => {
      const person = people.find((each) => each.name === name);
      return person === undefined ? written : `<@${person.id}>`;
    })
    .replace(/(?<![\p{L}\p{N}&])#([\p{L}\p{N}_-]+)/gu, (written, name: string) => {
      const channel = channels.find((each) => each.kind !== "im" && each.name === name);
      return channel === undefined ? written : `<#${channel.id}|${name}>`;
    });
}

/** One line of the completion list; `insert` replaces `from`–`to` of the text. */
export type Completion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
};

/** What could stand at the caret: commands at the start, people after `@`, channels after `#`. At most eight. */
export function completionsAt(text: string, caret: number, vocabulary: Vocabulary): readonly Completion[] {
  const before = text.slice(0, caret);
  const [word] = /\S*$/.exec(before) ?? [""];
  const from = caret - word.length;
  if (word.startsWith("/") && from === 0) return commandCompletions(word, vocabulary).slice(0, 8);
  if (word.startsWith("@")) return personCompletions(word, from, vocabulary).slice(0, 8);
  if (word.startsWith("#")) return channelCompletions(word, from, vocabulary).slice(0, 8);
  return [];
}

function commandCompletions(word: string, { commands }: Vocabulary): readonly Completion[] {
  return commands
    .filter(({ command }) => command.startsWith(word))
    .map(({ command, usageHint, description }) => ({
      label: usageHint === "" ? command : `${command} ${usageHint}`,
      detail: description,
      insert: `${command} `,
      from: 0,
      to: word.length,
    }));
}

function personCompletions(word: string, from: number, { people }: Vocabulary): readonly Completion[] {
  const typed = word.slice(1).toLowerCase();
  return people
    .filter(({ name, realName }) => `${name} ${realName}`.toLowerCase().includes(typed))
    .sort((a, b) => rankOf(a, typed) - rankOf(b, typed))
    .map(({ name, realName }) => ({
      label: `@${name}`,
      detail: realName,
      insert: `@${name} `,
      from,
      to: from + word.length,
    }));
}

/** Apps come last among people, yet first to somebody who may want to ask one. */
const rankOf = ({ name, isBot }: Person, typed: string) =>
  (name.toLowerCase().startsWith(typed) ? 0 : 2) + (isBot ? 0 : 1);

function channelCompletions(word: string, from: number, { channels }: Vocabulary): readonly Completion[] {
  const typed = word.slice(1).toLowerCase();
  return channels
    .filter(({ kind, name }) => kind !== "im" && name.toLowerCase().includes(typed))
    .map(({ name, topic }) => ({
      label: `#${name}`,
      detail: topic,
      insert: `#${name} `,
      from,
      to: from + word.length,
    }));
}

/** The hint of the command that is being written, once it is complete: what may follow it. */
export function commandBeingWritten(text: string, { commands }: Vocabulary): CommandHint | null {
  return commands.find(({ command }) => text.startsWith(`${command} `)) ?? null;
}
