import { editDistance } from "../customers/customer-search.ts";

/** What somebody can name to have a message or a request followed. */
export type Reference =
  /** Given to a person with an error. */
  | { readonly kind: "failure"; readonly reference: string }
  /** What Slack delivered, under the id that it is kept by. */
  | { readonly kind: "request"; readonly id: string }
  /** A message in Slack: its link, or channel and time stamp. */
  | { readonly kind: "place"; readonly channelId: string | null; readonly ts: string }
  /** The key of a message in the outbox. */
  | { readonly kind: "key"; readonly key: string };

/** What a reference is, by its form. */
export function referenceFrom(text: string): Reference {
  const given = text.trim();
  if (/^[0-9a-f]{8}$/i.test(given)) return { kind: "failure", reference: given.toLowerCase() };
  if (/^(command|action|view|event|message|unreadable):/.test(given)) return { kind: "request", id: given };
  return placeFrom(given) ?? { kind: "key", key: given };
}

/** `https://team.slack.com/archives/C1/p1712345678901234`, `C1/1712345678.901234` or `1712345678.901234`. */
function placeFrom(text: string): Reference | null {
  const link = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:[?#].*)?$/.exec(text);
  const plain = /^(?:([A-Z0-9]+)[/: ])?(\d+)\.(\d{4,6})$/.exec(text);
  const [, channelId = null, seconds, micros] = link ?? plain ?? [];
  return seconds && micros ? { kind: "place", channelId, ts: `${seconds}.${micros}` } : null;
}

/** Named to somebody who mistyped. Chosen by the product. */
const MOST_NEAREST = 3;

/** Those of the known references that are nearest to a mistyped one, the nearest first; at most a third of it differs. */
export function nearestReferences(typed: string, known: readonly string[]): string[] {
  const allowed = Math.floor(Array.from(typed).length / 3);
  return [...new Set(known)]
    .map((name) => ({ name, slips: editDistance(typed, name, allowed) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, MOST_NEAREST)
    .map(({ name }) => name);
}
