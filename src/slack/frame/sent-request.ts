import { z } from "zod";
import type { SentRequest } from "../../domain/messages/given-up-messages.ts";
import { senderOf, unescaped } from "./payloads.ts";

const text = z.string().catch("");
const label = z.object({ text }).catch({ text: "" });

/** By what tells them apart in what Slack sends, in the order they are tried. */
const SENT = z.union([
  z.object({ command: z.string(), text }).transform((body) => sent("command", unescaped(body.text))),
  z
    .object({ type: z.literal("block_actions"), actions: z.array(z.object({ text: label })).min(1) })
    .transform(({ actions }) => sent("button", actions[0]?.text.text ?? "")),
  z
    .object({ type: z.literal("view_submission"), view: z.object({ title: label }) })
    .transform(({ view }) => sent("form", view.title.text)),
  z.object({ type: z.enum(["message_action", "shortcut"]) }).transform(() => sent("form", "")),
  z
    .object({ event: z.object({ type: z.enum(["message", "app_mention"]), user: z.string() }) })
    .transform(({ event }) => ({ ...sent("message", ""), senderId: event.user })),
]);

type Sent = SentRequest & { readonly senderId?: string };
const sent = (how: SentRequest["how"], label: string): Sent => ({ how, label: label.trim() });

/** What somebody sent, and who, as far as it can be read; what cannot is an event that nobody waits for. */
export function sentRequestOf(body: unknown): {
  readonly request: SentRequest;
  readonly senderId: string | null;
} {
  const read = SENT.safeParse(body);
  if (!read.success) return { request: { how: "event", label: "" }, senderId: null };
  const { senderId, ...request } = read.data;
  return { request, senderId: senderId ?? senderOf(body)?.userId ?? null };
}
