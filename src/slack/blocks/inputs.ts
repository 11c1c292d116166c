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
