import type { ReactNode } from "react";
import { BlockImage } from "../blocks/image.tsx";
import { stringIn } from "../state/block-fields.ts";
import { ButtonElement, FeedbackButtons, IconButton } from "./button.tsx";
import { ChoiceGroup } from "./choices.tsx";
import { FileInput } from "./file-input.tsx";
import { OverflowMenu } from "./overflow.tsx";
import { isPicker, PickerElement } from "./pickers.tsx";
import { isSearchSelect, SearchSelect } from "./search-select.tsx";
import { isPlainSelect, SelectElement } from "./select.tsx";
import { isTextInput, TextInput } from "./text-input.tsx";
import type { ElementProps } from "./use-element.ts";

/** Any element of Block Kit. One that the page has no control for is named, so that it is not missed. */
export function BlockElement(props: ElementProps): ReactNode {
  const { element, blockId } = props;
  const { type } = element;
  if (type === "button" || type === "workflow_button")
    return <ButtonElement element={element} blockId={blockId} />;
  if (type === "overflow") return <OverflowMenu element={element} blockId={blockId} />;
  if (type === "feedback_buttons") return <FeedbackButtons element={element} blockId={blockId} />;
  if (type === "icon_button") return <IconButton element={element} blockId={blockId} />;
  if (type === "image") return <BlockImage image={element} />;
  if (type === "radio_buttons" || type === "checkboxes") return <ChoiceGroup {...props} />;
  if (isPlainSelect(type)) return <SelectElement {...props} />;
  if (isSearchSelect(type)) return <SearchSelect {...props} />;
  if (isPicker(type)) return <PickerElement {...props} />;
  if (type === "file_input") return <FileInput {...props} />;
  if (isTextInput(type)) return <TextInput {...props} />;
  return <span className="quiet">({stringIn(element, "type")} has no control in this stand-in.)</span>;
}

/** Kinds that bring their own group and legend, so that a label cannot point at one control. */
export const isGroup = (type: string): boolean => type === "radio_buttons" || type === "checkboxes";
