import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { ThumbDownIcon, ThumbUpIcon } from "../shell/icons.tsx";
import { type Json, objectIn, stringIn, textIn, wordsIn } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";
import { usePress } from "./use-element.ts";

type Props = { readonly element: BlockJson; readonly blockId: string };

const without = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

export function ButtonElement({ element, blockId }: Props): ReactNode {
  const { press, isBusy } = usePress({ element, blockId });
  const style = stringIn(element, "style");
  const url = stringIn(element, "url");
  const onClick = () => {
    if (url !== null && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    void press(without({ text: element.text, value: element.value, url }));
  };
  return (
    <button
      type="button"
      className={`button${style === null ? "" : ` button-${style}`}`}
      aria-label={stringIn(element, "accessibility_label") ?? undefined}
      aria-busy={isBusy}
      onClick={onClick}
    >
      <TextLine text={textIn(element, "text")} />
    </button>
  );
}

/** Thumbs up and down below an answer. */
export function FeedbackButtons({ element, blockId }: Props): ReactNode {
  const { press, isBusy } = usePress({ element, blockId });
  const half = (field: "positive_button" | "negative_button", icon: ReactNode) => {
    const button = objectIn(element, field) ?? {};
    return (
      <button
        type="button"
        className="feedback-button"
        aria-label={stringIn(button, "accessibility_label") ?? wordsIn(button, "text")}
        title={wordsIn(button, "text")}
        aria-busy={isBusy}
        onClick={() => void press(without({ text: button.text, value: button.value }))}
      >
        {icon}
      </button>
    );
  };
  return (
    <fieldset className="feedback-buttons">
      <legend className="unseen">Feedback</legend>
      {half("positive_button", <ThumbUpIcon />)}
      {half("negative_button", <ThumbDownIcon />)}
    </fieldset>
  );
}

export function IconButton({ element, blockId }: Props): ReactNode {
  const { press, isBusy } = usePress({ element, blockId });
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={stringIn(element, "accessibility_label") ?? undefined}
      aria-busy={isBusy}
      onClick={() => void press(without({ value: element.value }))}
    >
      <TextLine text={textIn(element, "text")} />
    </button>
  );
}
