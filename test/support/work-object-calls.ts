import { entityProblems, entitySchema } from "../../src/sandbox/web-api/entities.ts";

type Body = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown> & { readonly view?: never };

/** What the emulator does not know: links below messages, and the panes that open on them, with Slack's documented errors. */
export function workObjectCalls() {
  const linked = new Map<string, readonly string[]>();
  const triggers = new Map<string, string | null>();
  const answers: Readonly<Record<string, (body: Body) => Answer>> = {
    "chat.unfurl"({ channel, ts, metadata }) {
      const links = linked.get(`${channel}:${ts}`);
      if (links === undefined) return refused("cannot_find_message");
      const { entities } = parsed(metadata) as { entities: unknown[] };
      const messages = entities.flatMap((entity, place) =>
        entityProblems(entity, `/metadata/entities/${place}`),
      );
      if (messages.length > 0)
        return { ok: true, warning: "invalid_metadata_format", response_metadata: { messages } };
      const shown = entities.map((entity) => entitySchema.parse(entity).app_unfurl_url ?? "");
      return shown.every((link) => links.includes(link)) ? { ok: true } : refused("cannot_unfurl_url");
    },
    "entity.presentDetails"({ trigger_id, metadata, error }) {
      const asked = triggers.get(String(trigger_id));
      if (asked === undefined) return refused("invalid_trigger_id");
      if (error === undefined) {
        if (entityProblems(parsed(metadata), "/metadata").length > 0) return refused("invalid_metadata");
        const { id } = entitySchema.parse(parsed(metadata)).external_ref;
        if (asked !== null && asked !== id) return refused("entity_metadata_does_not_match_trigger");
      }
      triggers.delete(String(trigger_id));
      return { ok: true };
    },
  };
  return {
    /** A message with links was posted. */
    posted: (channel: string, ts: string, links: readonly string[]) =>
      void linked.set(`${channel}:${ts}`, links),
    /** A pane was opened. @param askedId whom the app said the link names; null: it was not shown */
    opened: (trigger: string, askedId: string | null) => void triggers.set(trigger, askedId),
    /** Null: it is another method. */
    answer: (method: string, body: Body): Answer | null => answers[method]?.(body) ?? null,
  };
}

const refused = (error: string): Answer => ({ ok: false, error });

/** The Web API's client sends objects as JSON in a form. */
export const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
