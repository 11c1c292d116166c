import { randomBytes } from "node:crypto";
import { WebAPIPlatformError } from "@slack/web-api";
import type { Clock } from "../../domain/clock.ts";
import type { EndedRequest } from "../../domain/messages/traced-request.ts";
import type { SlackFlows } from "../../flows/bind-flows.ts";
import type { Log } from "../../log.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { type Answer, answerTo } from "./answer.ts";
import type { AnswerPlace } from "./answer-place.ts";
import type { HandlerTools } from "./handler.ts";
import type { InFlightCounter } from "./in-flight.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";
import { rememberedLocale } from "./reader-locale.ts";

/** What the wrapper around every handler needs. */
export type ListenerDeps = {
  readonly flows: SlackFlows;
  readonly slack: InteractiveSlack;
  readonly clock: Clock;
  readonly log: Log;
  readonly inFlight: InFlightCounter;
  readonly traces: RequestTraces;
};

/** Where it is noted what became of requests, for whoever follows one. */
export type RequestTraces = {
  /** What is decided while `work` runs was asked for by that request. */
  during(id: string, work: () => Promise<void>): Promise<void>;
  ended(request: EndedRequest, at: Date): Promise<void>;
  failed(request: EndedRequest, reference: string, at: Date): Promise<void>;
};

export type Delivery = {
  readonly deliveryId: string;
  /** For the log: the command, action, callback or event. */
  readonly what: string;
  /** Null where nobody waits for an answer: a failure then only stands in the log. */
  readonly place: AnswerPlace | null;
};

/**
 * Runs what an acknowledged delivery asks for: counted while it runs, and never silently failed. The person
 * gets a sentence with a reference that stands in the log beside the error.
 */
export function handleDelivery(
  deps: ListenerDeps,
  delivery: Delivery,
  work: (tools: HandlerTools) => Promise<void>,
): Promise<void> {
  const place = delivery.place ?? NOWHERE;
  const answer = answerTo(place, deps.slack);
  const tools = { flows: deps.flows, slack: deps.slack, clock: deps.clock, answer };
  return deps.inFlight.track(async () => {
    try {
      await deps.traces.during(delivery.deliveryId, () => work(tools));
    } catch (error) {
      await reportFailure(deps, delivery, answer, error);
    }
    await noted(deps, delivery, (request, at) => deps.traces.ended(request, at));
  });
}

/** Slack lets a button open a form for three seconds after it was pressed, once. */
const TOO_LATE = ["expired_trigger_id", "exchanged_trigger_id"];
const isTooLate = (error: unknown) =>
  error instanceof WebAPIPlatformError && TOO_LATE.includes(error.data.error);

/** What cannot be noted is missing where somebody follows the request, and nowhere else. */
async function noted(
  { clock, log }: ListenerDeps,
  { deliveryId, what, place }: Delivery,
  note: (request: EndedRequest, at: Date) => Promise<void>,
): Promise<void> {
  try {
    await note({ id: deliveryId, what, userId: place?.userId ?? null }, clock());
  } catch (error) {
    log.warn({ err: error, deliveryId, what }, "Could not note what became of a request");
  }
}

const NOWHERE: AnswerPlace = { userId: "", channelId: null, responseUrl: null };

async function reportFailure(deps: ListenerDeps, delivery: Delivery, answer: Answer, error: unknown) {
  const reference = randomBytes(4).toString("hex");
  const { what, place, deliveryId } = delivery;
  deps.log.error(
    { err: error, reference, what, deliveryId, userId: place?.userId },
    "A Slack request failed",
  );
  const told = { what, reference, userId: place?.userId ?? "", isTooLate: isTooLate(error) };
  if (place !== null) await tellFailure(deps, told, answer);
  // After the person is told: the database may be what failed.
  await noted(deps, delivery, (request, at) => deps.traces.failed(request, reference, at));
}

type Told = {
  readonly what: string;
  readonly reference: string;
  readonly userId: string;
  readonly isTooLate: boolean;
};

async function tellFailure({ log }: ListenerDeps, told: Told, answer: Answer): Promise<void> {
  try {
    await answer.privately(failureNotice(told));
  } catch (lost) {
    const { what, reference } = told;
    log.error({ err: lost, reference, what }, "The person could not be told about the failure");
  }
}

/** In the language they read last: looking up who reads may be what failed. */
const failureNotice = ({ reference, userId, isTooLate }: Told) =>
  noticeOf(isTooLate ? "notice.form-too-late" : "notice.failed", rememberedLocale(userId), { reference });
