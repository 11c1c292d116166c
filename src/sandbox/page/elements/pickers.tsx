import type { ReactNode } from "react";
import { numberIn, stringIn, wordsIn } from "../state/block-fields.ts";
import { instantOnWall, wallClock } from "../state/zoned-time.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { type ElementProps, useElement } from "./use-element.ts";

const INPUT_TYPES: Readonly<Record<string, "date" | "time" | "datetime-local">> = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
};

export const isPicker = (type: string): boolean => type in INPUT_TYPES;

/** Day, time of day, or both; both together is a Unix time that means the acting person's time zone. */
export function PickerElement(props: ElementProps): ReactNode {
  const { element, label, controlId, describedBy, isInvalid, isRequired } = props;
  const { me } = useWorkspace();
  const { value, choose } = useElement(props);
  const shown = () => {
    if (element.type !== "datetimepicker")
      return stringIn(value, element.type === "datepicker" ? "selected_date" : "selected_time") ?? "";
    const seconds = numberIn(value, "selected_date_time");
    return seconds === null ? "" : wallClock(new Date(seconds * 1000), me.timeZone);
  };
  const onChange = (written: string) => {
    if (element.type === "datepicker") return choose({ selected_date: written === "" ? null : written });
    if (element.type === "timepicker")
      return choose({ ...value, selected_time: written === "" ? null : written });
    const at = instantOnWall(written, me.timeZone);
    return choose({ selected_date_time: at === null ? null : at.getTime() / 1000 });
  };
  return (
    <input
      id={controlId}
      className="control control-short"
      type={INPUT_TYPES[element.type]}
      aria-label={controlId === undefined ? wordsIn(element, "placeholder") || label : undefined}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={isRequired}
      value={shown()}
      onChange={(event) => void onChange(event.target.value)}
    />
  );
}
