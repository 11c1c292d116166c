import type { ReactNode } from "react";
import { isJson, listIn, numberIn, stringIn, stringsIn, wordsIn } from "../state/block-fields.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { Combobox } from "./combobox.tsx";
import { type Choice, choiceOf, choicesOf } from "./options.ts";
import { useChoices } from "./select.tsx";
import { useSurface } from "./surface.ts";
import { type ElementProps, useElement } from "./use-element.ts";

const FIELDS: Readonly<Record<string, string>> = {
  external_select: "selected_option",
  multi_external_select: "selected_options",
  multi_static_select: "selected_options",
  multi_users_select: "selected_users",
  multi_channels_select: "selected_channels",
  multi_conversations_select: "selected_conversations",
};

export const isSearchSelect = (type: string): boolean => type in FIELDS;

/** Menus with several answers, and menus whose choices come from the app. */
export function SearchSelect(props: ElementProps): ReactNode {
  const { element, label, controlId, describedBy, isInvalid } = props;
  const { value, choose } = useElement(props);
  const known = useChoices(props);
  const ask = useExternalChoices(props);
  const field = FIELDS[element.type] ?? "selected_options";
  const isMultiple = element.type.startsWith("multi_");
  const isExternal = element.type.endsWith("external_select");
  const most = numberIn(element, "max_selected_items") ?? Number.POSITIVE_INFINITY;
  const find = async (query: string) => {
    const sought = query.toLowerCase();
    return isExternal ? ask(query) : known.filter((choice) => choice.label.toLowerCase().includes(sought));
  };
  const onChange = (selected: readonly Choice[]) => {
    if (selected.length > most) return;
    const held = selected.map(({ json }) => json);
    void choose({ [field]: isMultiple ? held : (held[0] ?? null) });
  };
  return (
    <Combobox
      label={wordsIn(element, "placeholder") || label}
      controlId={controlId}
      describedBy={describedBy}
      isInvalid={isInvalid}
      placeholder={wordsIn(element, "placeholder") || "Search"}
      selected={selectedOf(value, field, known)}
      isMultiple={isMultiple}
      find={find}
      onChange={onChange}
    />
  );
}

function selectedOf(value: ElementValue, field: string, known: readonly Choice[]): readonly Choice[] {
  const held = value[field];
  if (isJson(held)) return [choiceOf(held)];
  const ids = stringsIn(value, field);
  if (ids.length > 0) return known.filter((choice) => ids.includes(choice.value));
  return listIn(value, field).map((option) => choiceOf(option));
}

type ElementValue = Readonly<Record<string, unknown>>;

function useExternalChoices({ element, blockId }: ElementProps) {
  const { act } = useWorkspace();
  const { place } = useSurface();
  return async (query: string): Promise<readonly Choice[]> => {
    if (query.length < (numberIn(element, "min_query_length") ?? 3)) return [];
    const actionId = stringIn(element, "action_id") ?? "";
    const reply = await act({ type: "load_options", place, blockId, actionId, query });
    if (!reply.ok || reply.value?.kind !== "options") return [];
    return choicesOf({ options: reply.value.options, option_groups: reply.value.optionGroups });
  };
}
