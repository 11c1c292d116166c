import type { InputBlock, PlainTextOption } from "@slack/types";
import { plain } from "./elements.ts";

export function select(id: string, label: string, choices: PlainTextOption[], initial: number): InputBlock {
  const first = choices[initial];
  return {
    type: "input",
    block_id: id,
    label: plain(label, 100),
    element: {
      type: "static_select",
      action_id: id,
      options: choices,
      ...(first === undefined ? {} : { initial_option: first }),
    },
  };
}

export function option(text: string, value: string): PlainTextOption {
  return { text: plain(text, 75), value };
}

type TextField = {
  readonly length: number;
  readonly multiline?: true;
  readonly initial?: string | null;
  readonly placeholder?: string;
  readonly hint?: string;
};

export function textInput(
  id: string,
  label: string,
  { length, multiline, initial, placeholder, hint }: TextField,
): InputBlock {
  return {
    type: "input",
    block_id: id,
    label: plain(label, 100),
    ...(hint === undefined ? {} : { hint: plain(hint, 200) }),
    element: {
      type: "plain_text_input",
      action_id: id,
      max_length: length,
      ...(multiline ? { multiline } : {}),
      ...(initial ? { initial_value: initial.slice(0, length) } : {}),
      ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, 150) }),
    },
  };
}
