import type { ReactNode } from "react";
import { isJson, wordsIn } from "../state/block-fields.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { type Choice, channelChoices, choicesOf, conversationChoices, peopleChoices } from "./options.ts";
import { type ElementProps, useElement } from "./use-element.ts";

type Kind = { readonly field: string; readonly placeholder: string };

const KINDS: Readonly<Record<string, Kind>> = {
  static_select: { field: "selected_option", placeholder: "Choose an option" },
  users_select: { field: "selected_user", placeholder: "Choose a person" },
  channels_select: { field: "selected_channel", placeholder: "Choose a channel" },
  conversations_select: { field: "selected_conversation", placeholder: "Choose a conversation" },
};

export const isPlainSelect = (type: string): boolean => type in KINDS;

/** Menus with one answer whose choices are known: the browser's own control, at home on every keyboard and phone. */
export function SelectElement(props: ElementProps): ReactNode {
  const { element, label, controlId, describedBy, isInvalid, isRequired } = props;
  const { value, choose, isBusy } = useElement(props);
  const { field, placeholder } = KINDS[element.type] ?? { field: "selected_option", placeholder: "" };
  const choices = useChoices(props);
  const held = value[field];
  const selected = isJson(held) ? choices.find((choice) => sameOption(choice, held)) : undefined;
  const shown = typeof held === "string" ? held : (selected?.value ?? "");
  const onChange = (chosen: string) => {
    const choice = choices.find((each) => each.value === chosen);
    void choose({ [field]: choice?.json ?? null });
  };
  return (
    <select
      id={controlId}
      className="control"
      aria-label={controlId === undefined ? wordsIn(element, "placeholder") || label : undefined}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={isRequired}
      aria-busy={isBusy}
      value={shown}
      onChange={(event) => onChange(event.target.value)}
    >
      <option
        value=""
        disabled={isRequired === true}
        lang={wordsIn(element, "placeholder") === "" ? "en" : undefined}
      >
        {wordsIn(element, "placeholder") || placeholder}
      </option>
      <Options choices={choices} />
    </select>
  );
}

const sameOption = (choice: Choice, held: unknown) => isJson(held) && choice.value === held.value;

export function useChoices({ element }: Pick<ElementProps, "element">): readonly Choice[] {
  const { snapshot, me } = useWorkspace();
  if (element.type.endsWith("users_select")) return peopleChoices(snapshot);
  if (element.type.endsWith("channels_select")) return channelChoices(snapshot, me.id);
  if (element.type.endsWith("conversations_select")) return conversationChoices(snapshot, me.id, element);
  return choicesOf(element);
}

function Options({ choices }: { choices: readonly Choice[] }): ReactNode {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((group) => {
    const options = choices
      .filter((choice) => choice.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group === null ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    );
  });
}
