import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { HTTPModuleFunctions, type HTTPReceiver } from "@slack/bolt";

/** Slack's own requests have some hundred kilobytes at most. Chosen, as Bolt's. */
const MOST_BYTES = 4_000_000;
/** As far as a clock may be ahead of ours, and as old as Bolt takes a request to be Slack's. */
const MOST_SECONDS_AHEAD = 5 * 60;

/**
 * Keeps from Bolt's receiver what it does not survive or should not take: a body that is no object (it ends the process), a
 * timestamp from the future (it counts as fresh for as long as that lies ahead), and what is too long (it leaves the connection
 * broken for whoever comes next on it).
 * @param now ms since 1970, by this machine
 */
export function guarded(receiver: HTTPReceiver, now: () => number): HTTPReceiver {
  const listen: RequestListener = receiver.requestListener;
  receiver.requestListener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== "POST" || pathOf(request) !== SLACK_ASKS_AT) return listen(request, response);
    refusalOf(request, now()).then(
      (status) => {
        if (status === null) return listen(request, response);
        response.writeHead(status, { connection: "close" }).end();
        request.resume();
      },
      () => request.destroy(),
    );
  };
  return receiver;
}

/** Bolt's own path; other routes on the port read their bodies themselves. */
const SLACK_ASKS_AT = "/slack/events";
const pathOf = ({ url = "" }: IncomingMessage) => url.split("?", 1)[0];

/** The status that refuses a request; null: Bolt may have it, its body read. */
async function refusalOf(request: IncomingMessage, now: number): Promise<number | null> {
  if (isAhead(request, now)) return 401;
  try {
    const read = await HTTPModuleFunctions.bufferIncomingMessage(request, MOST_BYTES);
    return isObject(HTTPModuleFunctions.parseHTTPRequestBody(read)) ? null : 400;
  } catch (error) {
    if (error instanceof SyntaxError) return 400;
    if (HTTPModuleFunctions.isRawBodyError(error)) return error.statusCode;
    throw error;
  }
}

const isAhead = ({ headers }: IncomingMessage, now: number): boolean =>
  Number(headers["x-slack-request-timestamp"]) > now / 1000 + MOST_SECONDS_AHEAD;

const isObject = (body: unknown): boolean =>
  typeof body === "object" && body !== null && !Array.isArray(body);
