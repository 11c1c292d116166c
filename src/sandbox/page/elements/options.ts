import type { Snapshot } from "../../page-protocol.ts";
import { flagIn, type Json, listIn, objectIn, stringIn, stringsIn, wordsIn } from "../state/block-fields.ts";
import { conversationTitle } from "../state/visible.ts";

/** One choice of a menu. `json` is what is sent back: Slack's option object, or an id. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly group: string | null;
  readonly json: unknown;
};

export function choiceOf(option: Json, group: string | null = null): Choice {
  return {
    value: stringIn(option, "value") ?? "",
    label: wordsIn(option, "text"),
    detail: wordsIn(option, "description"),
    group,
    json: option,
  };
}

/** Options, or option groups, of a static menu or of the app's answer. */
export function choicesOf(holder: Json): readonly Choice[] {
  const groups = listIn(holder, "option_groups");
  const grouped = groups.flatMap((group) =>
    listIn(group, "options").map((option) => choiceOf(option, wordsIn(group, "label"))),
  );
  return [...listIn(holder, "options").map((option) => choiceOf(option)), ...grouped];
}

export function peopleChoices({ people }: Snapshot): readonly Choice[] {
  return people
    .filter(({ isBot }) => !isBot)
    .map(({ id, realName, name }) => ({
      value: id,
      label: realName,
      detail: `@${name}`,
      group: null,
      json: id,
    }));
}

/** Public channels only, as in Slack's `channels_select`. */
export function channelChoices(snapshot: Snapshot, personId: string): readonly Choice[] {
  return conversationChoices(snapshot, personId, { filter: { include: ["public"] } });
}

export function conversationChoices(snapshot: Snapshot, personId: string, element: Json): readonly Choice[] {
  const filter = objectIn(element, "filter") ?? {};
  const include = stringsIn(filter, "include");
  const kinds = { channel: "public", private_channel: "private", im: "im" } as const;
  const bots = new Set(snapshot.people.filter(({ isBot }) => isBot).map(({ id }) => id));
  return snapshot.conversations
    .filter((each) => !each.isArchived && (each.kind === "channel" || each.memberIds.includes(personId)))
    .filter(({ kind }) => include.length === 0 || include.includes(kinds[kind]))
    .filter(({ isShared }) => !isShared || !flagIn(filter, "exclude_external_shared_channels"))
    .filter(
      ({ kind, memberIds }) =>
        kind !== "im" || !flagIn(filter, "exclude_bot_users") || !memberIds.some((id) => bots.has(id)),
    )
    .map((each) => ({
      value: each.id,
      label: conversationTitle(snapshot, each, personId),
      detail: each.topic,
      group: null,
      json: each.id,
    }));
}
