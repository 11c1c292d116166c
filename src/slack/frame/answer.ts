import type { SlackMessage } from "../blocks/elements.ts";
import type { AnswerPlace } from "./answer-place.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";

/**
 * Answers one request. Where Slack does not take the answer (the response_url is used up, hung, or answers with an
 * error), its sender gets a message only they see: maybe a second time, never not at all.
 */
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

/** Slack did not take what was to be posted to a channel by its response_url. */
export class ResponseUrlError extends Error {
  override readonly name = "ResponseUrlError";
}

const TIMEOUT_MS = 5_000;

export function answerTo(place: AnswerPlace, slack: Pick<InteractiveSlack, "tell" | "isOurs">): Answer {
  const isAnswerable = place.responseUrl !== null && slack.isOurs(place.responseUrl);
  const responseUrl = isAnswerable ? place.responseUrl : null;
  return {
    async privately(message) {
      const body = { response_type: "ephemeral", replace_original: false, ...message };
      if (!(await isTaken(responseUrl, body))) await slack.tell(place, message);
    },
    async replacing(message) {
      const isReplaced = await isTaken(responseUrl, { replace_original: true, ...message });
      if (!isReplaced) await slack.tell(place, { text: message.text, blocks: [] });
    },
    async toChannel(message) {
      const isPosted = await isTaken(responseUrl, {
        response_type: "in_channel",
        replace_original: false,
        ...message,
      });
      if (!isPosted) throw new ResponseUrlError("Slack did not take the message.");
    },
  };
}

/** @returns false where there is no address, or nobody can say that Slack took it */
async function isTaken(responseUrl: string | null, body: object): Promise<boolean> {
  if (responseUrl === null) return false;
  try {
    return await respond(responseUrl, body);
  } catch {
    return false; // Not reached, or not answered in time.
  }
}

async function respond(responseUrl: string, body: object): Promise<boolean> {
  const response = await fetch(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = await response.text();
  // A refusal of the content can come with status 200 and stand in the body alone.
  return response.ok && !/"ok"\s*:\s*false/.test(answer);
}
