import type { ReactNode } from "react";
import type { EntityJson, Message } from "../../page-protocol.ts";
import { headOf, rowsOf } from "../state/entity.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { EntityButtons, EntityRows } from "./entity-parts.tsx";

/** So many rows stand in the conversation; the flexpane has them all. */
const ROWS = 5;

/** What a link in a message leads to, the same for everyone; a click on its title opens the reader's own details. */
export function Unfurl({ message, entity }: { message: Message; entity: EntityJson }): ReactNode {
  const { act } = useWorkspace();
  const { conversationId, ts } = message;
  const { title, kind, product } = headOf(entity);
  const open = () => void act({ type: "open_entity", conversationId, ts, url: entity.url });
  return (
    <section className="block-card unfurl" aria-label={title}>
      <p className="quiet">{[product, kind].filter((part) => part !== "").join(" · ")}</p>
      <p className="block-card-title">
        <button type="button" className="unfurl-title" onClick={open}>
          {title}
        </button>
      </p>
      <EntityRows rows={rowsOf(entity).slice(0, ROWS)} />
      <EntityButtons entity={entity} place={{ kind: "unfurl", conversationId, ts, url: entity.url }} />
    </section>
  );
}
