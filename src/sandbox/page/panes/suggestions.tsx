import { type ReactNode, useState } from "react";
import type { Suggestion } from "../../page-protocol.ts";
import { draftKey, useDraft } from "../shell/drafts.tsx";
import { ArrowIcon, CrossIcon, LightIcon } from "../shell/icons.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

const HIDDEN = "mainstay-suggestions-hidden";

/** What a newcomer could try first. A click writes it into the composer, or opens the clock; nothing is sent. */
export function Suggestions({ conversationId }: { conversationId: string }): ReactNode {
  const { snapshot, me } = useWorkspace();
  const [isHidden, setHidden] = useState(() => localStorage.getItem(HIDDEN) === "yes");
  const [, write] = useDraft(draftKey(me.id, conversationId, null));
  const { suggestions } = snapshot.workspace;
  const show = (isShown: boolean) => {
    localStorage.setItem(HIDDEN, isShown ? "no" : "yes");
    setHidden(!isShown);
  };
  const use = (suggestion: Suggestion) => {
    if ("opens" in suggestion) return document.querySelector<HTMLElement>("[data-clock]")?.click();
    write(suggestion.draft);
    document.querySelector<HTMLElement>("#content [data-composer]")?.focus();
  };
  if (suggestions.length === 0) return null;
  if (isHidden)
    return (
      <button type="button" className="button button-quiet show-suggestions" onClick={() => show(true)}>
        <LightIcon />
        <span>Try this</span>
      </button>
    );
  return (
    <section className="suggestions" aria-labelledby="try-this">
      <h3 id="try-this">Try this</h3>
      <ol>
        {suggestions.map((suggestion) => (
          <li key={suggestion.text}>
            <button type="button" onClick={() => use(suggestion)}>
              {suggestion.text}
              <ArrowIcon />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="icon-button" aria-label="Hide suggestions" onClick={() => show(false)}>
        <CrossIcon />
      </button>
    </section>
  );
}
