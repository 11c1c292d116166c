import type { PostMortem } from "../outreach/post-mortem.ts";

/** Tells a channel of a customer who left while rated safe; the rest stands in its thread. */
export type PostMortemMessage = { readonly kind: "post-mortem"; readonly createdAt: string } & Pick<
  PostMortem,
  "customerId" | "name" | "leftOn" | "how" | "probability" | "ownerId"
>;

/** In the thread: what was seen, known and missed. */
export type PostMortemDetailsMessage = {
  readonly kind: "post-mortem-details";
  readonly createdAt: string;
} & PostMortem;

/** Several who left at once, in one message. */
export type PostMortemListMessage = {
  readonly kind: "post-mortem-list";
  readonly createdAt: string;
  readonly items: ReadonlyArray<
    Pick<PostMortem, "customerId" | "name" | "leftOn" | "how" | "probability" | "ownerId" | "moved">
  >;
  /** Not named. */
  readonly more: number;
};

/** In the thread: what somebody knew. */
export type PostMortemNoteMessage = {
  readonly kind: "post-mortem-note";
  readonly customerId: number;
  readonly name: string;
  /** Slack user id. */
  readonly by: string;
  readonly note: string;
  readonly createdAt: string;
};

export type AboutLeaving =
  | PostMortemMessage
  | PostMortemDetailsMessage
  | PostMortemListMessage
  | PostMortemNoteMessage;

/** A source that ends many at once is one thing to talk about, not forty threads. Chosen by the product. */
export const MOST_THREADS_A_DAY = 5;
/** With their buttons well within a message's 50 blocks. Chosen by the product. */
const MOST_LISTED = 20;

type NewMessage = { readonly key: string; readonly message: AboutLeaving; readonly threadOf?: string };

/** The messages one channel gets about those who left, most surprising first; `heads`: where each is talked about. */
export function postMortemMessages(
  channelId: string,
  found: readonly PostMortem[],
  { day, now }: { readonly day: string; readonly now: Date },
): { readonly messages: readonly NewMessage[]; readonly headOf: (one: PostMortem) => string } {
  const createdAt = now.toISOString();
  const sorted = [...found].sort((a, b) => a.probability - b.probability || a.customerId - b.customerId);
  if (sorted.length > MOST_THREADS_A_DAY) {
    const key = `post-mortems:${channelId}:${day}`;
    const items = sorted.slice(0, MOST_LISTED).map(listed);
    const message = {
      kind: "post-mortem-list",
      createdAt,
      items,
      more: sorted.length - items.length,
    } as const;
    return { messages: [{ key, message }], headOf: () => key };
  }
  const headOf = ({ customerId, leftOn }: PostMortem) => `post-mortem:${channelId}:${customerId}:${leftOn}`;
  const messages = sorted.flatMap((one): NewMessage[] => {
    const key = headOf(one);
    const { moved: _, ...head } = listed(one);
    return [
      { key, message: { kind: "post-mortem", createdAt, ...head } },
      {
        key: `${key}:details`,
        threadOf: key,
        message: { kind: "post-mortem-details", createdAt, ...one },
      },
    ];
  });
  return { messages, headOf };
}

function listed(one: PostMortem): PostMortemListMessage["items"][number] {
  const { customerId, name, leftOn, how, probability, ownerId, moved } = one;
  return { customerId, name, leftOn, how, probability, ownerId, moved };
}
