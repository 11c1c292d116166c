import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { BlockElement } from "../elements/element.tsx";
import { blockIn, listIn, textIn, textObject } from "../state/block-fields.ts";
import { TextBlock } from "../text/mrkdwn.tsx";

export function SectionBlock({ block }: { block: BlockJson }): ReactNode {
  const text = textIn(block, "text");
  const fields = listIn(block, "fields");
  const accessory = blockIn(block, "accessory");
  return (
    <div className="block-section">
      <div className="block-section-text">
        {text !== null && <TextBlock text={text} />}
        {fields.length > 0 && (
          <div className="block-fields">
            {fields.map((field, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no name and never move
              <div key={place}>
                <TextBlock text={textObject(field)} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory !== null && (
        <div className="block-accessory">
          <BlockElement
            element={accessory}
            blockId={block.block_id ?? ""}
            dispatches
            label={text?.text ?? "Choose"}
          />
        </div>
      )}
    </div>
  );
}
