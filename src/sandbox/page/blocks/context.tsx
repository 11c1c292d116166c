import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { blocksIn, textObject } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";
import { BlockImage } from "./image.tsx";

export function ContextBlock({ block }: { block: BlockJson }): ReactNode {
  return (
    <div className="block-context">
      {blocksIn(block, "elements").map((element, place) =>
        element.type === "image" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name and never move
          <BlockImage key={place} image={element} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name and never move
          <span key={place}>
            <TextLine text={textObject(element)} />
          </span>
        ),
      )}
    </div>
  );
}
