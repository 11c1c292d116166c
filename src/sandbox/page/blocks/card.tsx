import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { BlockElement } from "../elements/element.tsx";
import { blockIn, blocksIn, flagIn, stringIn, textIn } from "../state/block-fields.ts";
import { TextBlock, TextLine } from "../text/mrkdwn.tsx";
import { BlockImage } from "./image.tsx";

export function CardBlock({ block }: { block: BlockJson }): ReactNode {
  const picture = blockIn(block, "hero_image");
  const body = textIn(block, "body");
  const actions = blocksIn(block, "actions");
  return (
    <div className="block-card">
      {picture !== null && <BlockImage image={picture} />}
      <p className="block-card-title">
        <TextLine text={textIn(block, "title")} />
      </p>
      <p className="quiet">
        <TextLine text={textIn(block, "subtitle")} />
      </p>
      {body !== null && <TextBlock text={body} />}
      <p className="quiet">
        <TextLine text={textIn(block, "subtext")} />
      </p>
      {actions.length > 0 && (
        <div className="block-actions">
          {actions.map((element, place) => (
            <BlockElement
              key={stringIn(element, "action_id") ?? place}
              element={element}
              blockId={block.block_id ?? ""}
              dispatches
              label="Choose"
            />
          ))}
        </div>
      )}
    </div>
  );
}

export function CarouselBlock({ children }: { children: ReactNode }): ReactNode {
  return (
    <section className="block-carousel" aria-label="Cards">
      {children}
    </section>
  );
}

export function ContainerBlock({ block, children }: { block: BlockJson; children: ReactNode }): ReactNode {
  const heading = (
    <>
      <strong>
        <TextLine text={textIn(block, "title")} />
      </strong>{" "}
      <span className="quiet">
        <TextLine text={textIn(block, "subtitle")} />
      </span>
    </>
  );
  if (!flagIn(block, "is_collapsible"))
    return (
      <div className="block-card">
        <p>{heading}</p>
        {children}
      </div>
    );
  return (
    <details className="block-card" open={!flagIn(block, "default_collapsed")}>
      <summary>{heading}</summary>
      {children}
    </details>
  );
}
