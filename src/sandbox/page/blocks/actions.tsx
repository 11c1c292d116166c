import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { BlockElement } from "../elements/element.tsx";
import { blocksIn, stringIn } from "../state/block-fields.ts";

export function ActionsBlock({ block }: { block: BlockJson }): ReactNode {
  return <Elements block={block} className="block-actions" />;
}

/** Small controls that belong to the answer above them: thumbs, icons. */
export function ContextActionsBlock({ block }: { block: BlockJson }): ReactNode {
  return <Elements block={block} className="block-actions block-context-actions" />;
}

function Elements({ block, className }: { block: BlockJson; className: string }): ReactNode {
  return (
    <div className={className}>
      {blocksIn(block, "elements").map((element, place) => (
        <BlockElement
          key={stringIn(element, "action_id") ?? place}
          element={element}
          blockId={block.block_id ?? ""}
          dispatches
          label={ACTION_LABELS[element.type] ?? "Choose"}
        />
      ))}
    </div>
  );
}

/** For elements without a placeholder; nothing visible names them. */
const ACTION_LABELS: Readonly<Record<string, string>> = {
  datepicker: "Date",
  timepicker: "Time",
  datetimepicker: "Date and time",
  checkboxes: "Options",
  radio_buttons: "Options",
};
