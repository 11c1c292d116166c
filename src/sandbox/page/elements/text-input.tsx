import type { KeyboardEvent, ReactNode } from "react";
import { flagIn, objectIn, stringIn, stringsIn, wordsIn } from "../state/block-fields.ts";
import { type ElementProps, useElement } from "./use-element.ts";

const INPUT_MODES = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
} as const;

type TextInputType = keyof typeof INPUT_MODES;

export const isTextInput = (type: string): type is TextInputType => type in INPUT_MODES;

/** Text, e-mail, address and number fields. Slack sends what was written as text, null where nothing was. */
export function TextInput(props: ElementProps): ReactNode {
  const { element, dispatches, label, controlId, describedBy, isInvalid, isRequired } = props;
  const { value, hold, choose } = useElement(props);
  const triggers = stringsIn(objectIn(element, "dispatch_action_config") ?? {}, "trigger_actions_on");
  const onCharacter = dispatches && triggers.includes("on_character_entered");
  const onEnter = dispatches && (triggers.length === 0 || triggers.includes("on_enter_pressed"));
  const written = stringIn(value, "value") ?? "";
  const onChange = (text: string) => {
    const outcome = { value: text === "" ? null : text };
    if (onCharacter) void choose(outcome);
    else hold(outcome);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !onEnter || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void choose({ value: written === "" ? null : written });
  };
  const shared = {
    id: controlId,
    className: "control",
    "aria-label": controlId === undefined ? label : undefined,
    "aria-describedby": describedBy,
    "aria-invalid": isInvalid,
    "aria-required": isRequired,
    placeholder: wordsIn(element, "placeholder"),
    value: written,
    onKeyDown,
  };
  if (flagIn(element, "multiline"))
    return <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />;
  const inputMode = isTextInput(element.type) ? INPUT_MODES[element.type] : "text";
  return (
    <input
      {...shared}
      type="text"
      inputMode={inputMode}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
