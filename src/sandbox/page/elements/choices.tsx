import { type ReactNode, useId } from "react";
import { isJson, type Json, listIn, stringIn, textIn } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";
import { type ElementProps, useElement } from "./use-element.ts";

/** Radio buttons or checkboxes. */
export function ChoiceGroup(props: ElementProps): ReactNode {
  const { element, label, describedBy, isInvalid } = props;
  const { value, choose } = useElement(props);
  const isRadio = element.type === "radio_buttons";
  const held = isRadio ? [value.selected_option].filter(isJson) : listIn(value, "selected_options");
  const isHeld = (option: Json) => held.some((each) => each.value === option.value);
  const toggle = (option: Json) => {
    if (isRadio) return choose({ selected_option: option });
    const others = held.filter((each) => each.value !== option.value);
    return choose({ selected_options: isHeld(option) ? others : [...others, option] });
  };
  return (
    <fieldset className="choices" aria-describedby={describedBy} aria-invalid={isInvalid}>
      <legend className="unseen">{label}</legend>
      {listIn(element, "options").map((option) => (
        <ChoiceLine
          key={stringIn(option, "value")}
          option={option}
          isRadio={isRadio}
          isHeld={isHeld(option)}
          onToggle={() => void toggle(option)}
        />
      ))}
    </fieldset>
  );
}

type LineProps = {
  readonly option: Json;
  readonly isRadio: boolean;
  readonly isHeld: boolean;
  readonly onToggle: () => void;
};

function ChoiceLine({ option, isRadio, isHeld, onToggle }: LineProps): ReactNode {
  const id = useId();
  const description = textIn(option, "description");
  return (
    <div className="choice">
      <input id={id} type={isRadio ? "radio" : "checkbox"} checked={isHeld} onChange={onToggle} />
      <label htmlFor={id}>
        <TextLine text={textIn(option, "text")} />
        {description !== null && (
          <small>
            <TextLine text={description} />
          </small>
        )}
      </label>
    </div>
  );
}
