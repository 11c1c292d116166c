import type { Phrase } from "../domain/phrase.ts";
import type { Rendered } from "./render.ts";

/** What became of a call to Slack. */
export type Refusal =
  /** Slack said no, and would say so again. */
  | { readonly kind: "refused"; readonly error: Phrase }
  /** Certainly nothing happened; worth another try, after the given time where Slack named one. */
  | { readonly kind: "later"; readonly error: Phrase; readonly afterSeconds: number | null }
  /** Slack does not take the bot's token: nothing happened, and nothing else would go through either. */
  | { readonly kind: "stopped"; readonly error: Phrase }
  /** The answer was lost: it may have happened. */
  | { readonly kind: "unknown"; readonly error: Phrase };

export type PostRequest = Rendered & {
  readonly channelId: string;
  /** Posted along as metadata, so that the message can be found again. */
  readonly key: string;
  /** The message in whose thread it is posted; left out: in the conversation itself. */
  readonly threadTs?: string | null;
};

/** `instead`: what Slack took in place of what was asked, where it would not take that. */
export type Posted = { readonly kind: "posted"; readonly ts: string; readonly instead?: Rendered };

/** Slack as the delivery sees it. Nothing here tries twice: that is the outbox's business. */
export interface Poster {
  /** The channel of a recipient: itself where there is such a channel, or for a user the direct message with them. */
  open(recipient: string): Promise<{ readonly kind: "open"; readonly channelId: string } | Refusal>;
  post(request: PostRequest): Promise<Posted | Refusal>;
  /** Puts other content into a posted message; the same twice does no harm. `gone`: it is not there any more. */
  update(
    request: PostRequest & { readonly ts: string },
  ): Promise<{ readonly kind: "updated" } | { readonly kind: "gone"; readonly error: string } | Refusal>;
  /** Slack's own time, as far as it was told; null: not yet. Left out: it never is, and the outbox goes by its own clock. */
  slackTime?(): Date | null;
  /**
   * Looks through what the channel, or the thread in it, holds for a message of ours with that key.
   * @param since by Slack's clock, as is `until`; without that up to now
   */
  find(
    channelId: string,
    key: string,
    since: Date,
    threadTs: string | null,
    until?: Date,
  ): Promise<{ readonly kind: "found"; readonly ts: string } | { readonly kind: "absent" } | Refusal>;
}
