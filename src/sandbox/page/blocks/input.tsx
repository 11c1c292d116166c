import { type ReactNode, useId } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { BlockElement, isGroup } from "../elements/element.tsx";
import { useSurface } from "../elements/surface.ts";
import { blockIn, flagIn, textIn, wordsIn } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";

/** A labelled field with its hint and what is wrong with it. */
export function InputBlock({ block }: { block: BlockJson }): ReactNode {
  const { errors } = useSurface();
  const controlId = useId();
  const element = blockIn(block, "element");
  const blockId = block.block_id ?? "";
  const error = errors[blockId];
  const hint = textIn(block, "hint");
  if (element === null) return null;
  const isOptional = flagIn(block, "optional");
  const described = [
    hint === null ? "" : `${controlId}-hint`,
    error === undefined ? "" : `${controlId}-error`,
  ];
  const label = <TextLine text={textIn(block, "label")} />;
  const optional = isOptional && (
    <span className="quiet" lang="en">
      {" "}
      (optional)
    </span>
  );
  return (
    <div className="block-input" data-block-id={blockId}>
      {isGroup(element.type) ? (
        <span className="label" aria-hidden="true">
          {label}
          {optional}
        </span>
      ) : (
        <label className="label" htmlFor={controlId}>
          {label}
          {optional}
        </label>
      )}
      <BlockElement
        element={element}
        blockId={blockId}
        dispatches={flagIn(block, "dispatch_action")}
        label={wordsIn(block, "label")}
        controlId={controlId}
        describedBy={described.join(" ").trim() || undefined}
        isInvalid={error !== undefined}
        isRequired={!isOptional}
      />
      {hint !== null && (
        <p className="hint" id={`${controlId}-hint`}>
          <TextLine text={hint} />
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${controlId}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
