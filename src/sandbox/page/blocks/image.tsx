import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { objectIn, stringIn, textIn } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** The picture itself: an uploaded file of the workspace, or an address. */
export function BlockImage({ image }: { image: BlockJson }): ReactNode {
  const { snapshot } = useWorkspace();
  const fileId = stringIn(objectIn(image, "slack_file") ?? {}, "id");
  const path = fileId === null ? stringIn(image, "image_url") : snapshot.files[fileId]?.path;
  const alt = stringIn(image, "alt_text") ?? "";
  if (path === undefined || path === null) return <span className="quiet">Picture not available: {alt}</span>;
  return <img src={path} alt={alt} loading="lazy" />;
}

export function ImageBlock({ block }: { block: BlockJson }): ReactNode {
  const title = textIn(block, "title");
  return (
    <figure className="block-image">
      {title !== null && (
        <figcaption>
          <TextLine text={title} />
        </figcaption>
      )}
      <BlockImage image={block} />
    </figure>
  );
}
