import { SlackApiError } from "./api-error.ts";
import type { EntityJson } from "./web-api/entities.ts";

/** The link whose pane somebody opened, and where. */
export type OpenedPane = {
  readonly personId: string;
  readonly conversationId: string;
  readonly messageTs: string;
  readonly link: string;
  /** What the app said that the link is, where it was shown below the message. */
  readonly entity: EntityJson | null;
};

/** What the app put into a pane. */
export type ShownPane =
  | { readonly kind: "entity"; readonly entity: EntityJson; readonly at: OpenedPane }
  | { readonly kind: "error"; readonly title: string; readonly text: string; readonly at: OpenedPane };

export type Panes = ReturnType<typeof createPanes>;

/** The panes people opened on links: each is filled by the trigger it was opened with. */
export function createPanes() {
  const opened = new Map<string, OpenedPane>();
  const shown = new Map<string, ShownPane>();
  const waiting = new Map<OpenedPane, (pane: ShownPane) => void>();
  return {
    /** @returns what the app puts into it, once it does */
    open(triggerId: string, pane: OpenedPane): Promise<ShownPane> {
      opened.set(triggerId, pane);
      shown.delete(pane.personId);
      return new Promise((resolve) => waiting.set(pane, resolve));
    },
    /** @throws SlackApiError invalid_trigger_id */
    openedBy(triggerId: string): OpenedPane {
      const pane = opened.get(triggerId);
      if (pane === undefined) throw new SlackApiError("invalid_trigger_id");
      return pane;
    },
    show(pane: ShownPane): void {
      shown.set(pane.at.personId, pane);
      waiting.get(pane.at)?.(pane);
      waiting.delete(pane.at);
    },
    /** What stands in somebody's pane; null: nothing yet. */
    of: (personId: string): ShownPane | null => shown.get(personId) ?? null,
  };
}
