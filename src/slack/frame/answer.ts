import type { SlackMessage } from "../blocks/elements.ts";
import type { AnswerPlace } from "./answer-place.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";

/** Answers one request. Each falls back to a message only its sender sees where the response_url is used up. */
export type Answer = {
  /** Visible to the sender alone, below what is there. */
  privately(message: SlackMessage): Promise<void>;
  /** In place of the message whose button was clicked. */
  replacing(message: Replacement): Promise<void>;
  /** Visible to everyone in the channel; fails rather than falling back to something else. */
  toChannel(message: SlackMessage): Promise<void>;
};

/** A message to put in the place of another; its blocks may be ones Slack handed to us. */
export type Replacement = { readonly text: string; readonly blocks: readonly object[] };

/** Slack refused a response_url: used five times, or older than 30 minutes. */
export class ResponseUrlError extends Error {
  override readonly name = "ResponseUrlError";
}

const TIMEOUT_MS = 5_000;

export function answerTo(place: AnswerPlace, slack: Pick<InteractiveSlack, "tell">): Answer {
  const { responseUrl } = place;
  return {
    async privately(message) {
      const body = { response_type: "ephemeral", replace_original: false, ...message };
      if (!(await respond(responseUrl, body))) await slack.tell(place, message);
    },
    async replacing(message) {
      const isReplaced = await respond(responseUrl, { replace_original: true, ...message });
      if (!isReplaced) await slack.tell(place, { text: message.text, blocks: [] });
    },
    async toChannel(message) {
      const isPosted = await respond(responseUrl, {
        response_type: "in_channel",
        replace_original: false,
        ...message,
      });
      if (!isPosted) throw new ResponseUrlError("The response_url no longer works.");
    },
  };
}

/** @returns false where there is no address or Slack no longer takes it. @throws when Slack cannot be reached */
async function respond(responseUrl: string | null, body: object): Promise<boolean> {
  if (responseUrl === null) return false;
  const response = await fetch(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = await response.text();
  // A refusal of the content can come with status 200 and stand in the body alone.
  if (response.ok) return !/"ok"\s*:\s*false/.test(answer);
  if (response.status >= 400 && response.status < 500 && response.status !== 429) return false;
  throw new ResponseUrlError(`The response_url answered ${response.status}.`);
}
