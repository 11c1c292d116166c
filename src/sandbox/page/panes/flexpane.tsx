import { type ReactNode, useEffect, useRef } from "react";
import type { Flexpane as Open } from "../../page-protocol.ts";
import { CrossIcon, ResetIcon } from "../shell/icons.tsx";
import { headOf, rowsOf } from "../state/entity.ts";
import { SafeLink } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { EntityButtons, EntityRows } from "./entity-parts.tsx";

/** What the app shows this reader alone about something a message links to. */
export function Flexpane({ open }: { open: Open }): ReactNode {
  const { act } = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const head = open.entity && headOf(open.entity);
  const again = () =>
    void act({
      type: "open_entity",
      conversationId: open.conversationId,
      ts: open.messageTs,
      url: open.url,
    });
  return (
    <aside className="side-panel" aria-label="Details">
      <header className="pane-header">
        <div className="pane-title">
          <h2 ref={heading} tabIndex={-1}>
            {head?.title ?? "Details"}
          </h2>
          <p className="topic">
            {head === null ? open.url : [head.product, head.kind].filter(Boolean).join(" · ")}
          </p>
        </div>
        <button type="button" className="icon-button" aria-label="Refresh details" onClick={again}>
          <ResetIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Close details"
          onClick={() => void act({ type: "close_entity" })}
        >
          <CrossIcon />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="flexpane scroll" aria-label="What the app says" tabIndex={0}>
        <Content open={open} />
      </section>
    </aside>
  );
}

function Content({ open }: { open: Open }): ReactNode {
  if (open.kind === "loading") return <p role="status">The app is asked for the details…</p>;
  if (open.kind === "refused" || open.entity === null)
    return (
      <div role="alert">
        <p>{open.message ?? "The app shows no details of this."}</p>
        {open.signInUrl !== null && <SafeLink url={open.signInUrl}>Sign in</SafeLink>}
      </div>
    );
  return (
    <>
      <EntityButtons entity={open.entity} place={{ kind: "flexpane" }} />
      <EntityRows rows={rowsOf(open.entity)} />
    </>
  );
}
