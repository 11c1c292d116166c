import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import type { Clock } from "../../domain/clock.ts";
import type { GivenUpRequest } from "../../flows/messages/tell-given-up.ts";
import type { Log } from "../../log.ts";
import { deliveryIdOf } from "./payloads.ts";
import type { RequestTimings } from "./request-timings.ts";
import { sentRequestOf } from "./sent-request.ts";
import { within } from "./within.ts";

/** Where requests stand until they are done. */
export type RequestStore = {
  /** @returns whether it is new */
  keep(id: string, body: unknown, now: Date): Promise<boolean>;
  done(id: string): Promise<void>;
  /** Forgets it, so that the same may come again; where it came already, it is left to `takeLeft`. */
  release(id: string, now: Date): Promise<void>;
  stillAtWork(ids: readonly string[], now: Date): Promise<void>;
  takeLeft(now: Date, limit: number): Promise<readonly KeptRequest[]>;
  /** What was begun as often as anything may be, and is told to nobody yet. */
  takeGivenUp(now: Date, limit: number): Promise<ReadonlyArray<KeptRequest & { readonly handledAt: Date }>>;
  gaveUp(id: string, now: Date): Promise<void>;
};

type KeptRequest = { readonly id: string; readonly body: unknown };

export type InboxDeps = {
  readonly requests: RequestStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly timings: RequestTimings;
  /** Does work that somebody waits for, before what nobody does. */
  serve(work: () => Promise<void>): Promise<void>;
  /** Tells whoever sent it that it was not taken, without the database. */
  refuse(event: ReceiverEvent): Promise<void>;
  /** Tells whoever sent it that it was interrupted, where doing it again could do it twice. @returns false where it could not */
  interrupted(body: unknown): Promise<boolean>;
  /** Tells whoever sent it, and whoever runs the bot, that it is not tried again; each once. */
  givenUp(given: GivenUpRequest): Promise<void>;
};

/** Slack waits three seconds. */
const PATIENCE_MS = 2_000;
/** Taken over in one go. */
const AT_ONCE = 20;

/**
 * Stands between the receiver and Bolt: what Slack delivers is kept before anybody acknowledges it, and worked off from there.
 * What was delivered before is acknowledged and not done again; what cannot be kept is not acknowledged as if it were.
 */
export function inbox({ requests, clock, log, timings, serve, refuse, interrupted, givenUp }: InboxDeps) {
  const atWork = new Set<string>();
  let bolt: Pick<App, "processEvent"> | null = null;

  const take = (event: ReceiverEvent): Promise<void> => serve(() => takeIn(event));

  async function takeIn(event: ReceiverEvent): Promise<void> {
    const id = deliveryIdOf(event.body);
    // Nobody waits for it, or nobody can read it: that is said further in.
    if (id === null) return bolt?.processEvent(event);
    const { how } = sentRequestOf(event.body).request;
    const seconds = stopwatch();
    const kept = await keep(id, event.body);
    if (kept === "known") return event.ack();
    if (kept === "not kept") {
      timings.notTaken(how);
      return refuse(event);
    }
    const ack: ReceiverEvent["ack"] = (answer) => {
      timings.acknowledged(how, seconds());
      return event.ack(answer);
    };
    await workOff(id, { ...event, ack });
    timings.done(how, seconds());
  }

  async function keep(id: string, body: unknown): Promise<"new" | "known" | "not kept"> {
    const keeping = requests.keep(id, body, clock());
    try {
      const isNew = await within(PATIENCE_MS, keeping);
      if (isNew !== null) return isNew ? "new" : "known";
      // Whoever is told that it was not taken must not see it done later.
      keeping.then((late) => (late ? requests.release(id, clock()) : undefined)).catch(() => {});
      log.error({ deliveryId: id }, "A request was not taken: the database took too long");
    } catch (error) {
      log.error({ err: error, deliveryId: id }, "A request was not taken: it could not be kept");
    }
    return "not kept";
  }

  async function workOff(id: string, event: ReceiverEvent): Promise<void> {
    let isOpen = false;
    const ack: ReceiverEvent["ack"] = (answer) => {
      isOpen = saysWhatIsWrong(answer);
      return event.ack(answer);
    };
    atWork.add(id);
    try {
      await bolt?.processEvent({ ...event, ack });
    } finally {
      await settle(id, isOpen);
      atWork.delete(id);
    }
  }

  /** A form that was wrong comes again under the same id. */
  async function settle(id: string, isOpen: boolean): Promise<void> {
    try {
      await (isOpen ? requests.release(id, clock()) : requests.done(id));
    } catch (error) {
      log.warn({ err: error, deliveryId: id }, "Could not note that a request is done: it is done again");
    }
  }

  /** Told before it is noted: a crash in between tells it again, under the same key. */
  async function giveUp({ id, body, handledAt }: KeptRequest & { readonly handledAt: Date }): Promise<void> {
    log.error({ deliveryId: id }, "A request was begun three times and never finished: it is given up");
    try {
      await givenUp({ id, sentAt: handledAt, ...sentRequestOf(body) });
      await requests.gaveUp(id, clock());
    } catch (error) {
      log.error(
        { err: error, deliveryId: id },
        "Nobody was told of a request that is given up: it is tried again",
      );
    }
  }

  async function takeUp({ id, body }: KeptRequest): Promise<void> {
    log.warn({ deliveryId: id }, "A request was begun and not finished: it is done now");
    if (await interrupted(body)) return settle(id, false);
    await workOff(id, { body: { ...Object(body) }, ack: async () => {} });
  }

  return {
    /** Has the receiver hand over to the inbox, and that to Bolt. */
    before<Given extends Receiver>(receiver: Given): Given {
      const init = receiver.init.bind(receiver);
      receiver.init = (app) => {
        bolt = app;
        init(Object.create(app, { processEvent: { value: take } }));
      };
      return receiver;
    },

    /** Says what is still worked on, does what others began and did not finish, and tells of what nobody finishes. */
    async resume(): Promise<void> {
      await requests.stillAtWork([...atWork], clock());
      const left = await requests.takeLeft(clock(), AT_ONCE);
      const over = await requests.takeGivenUp(clock(), AT_ONCE);
      await Promise.all(over.filter(({ id }) => !atWork.has(id)).map(giveUp));
      await Promise.all(left.filter(({ id }) => !atWork.has(id)).map(takeUp));
    },
  };
}

/** Seconds since it was made, by a clock that nobody sets. */
function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) / 1000;
}

const saysWhatIsWrong = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "response_action" in answer
    ? answer.response_action === "errors"
    : false;
