import type { Inspector } from "../inspector.ts";
import type { SandboxClock } from "../sandbox-clock.ts";
import type { Answer, AppLink, AppRequest } from "./app-link.ts";

/** How long the app may take to say "got it". */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** An event is sent again nearly at once, after a minute and after five. */
const RETRY_AFTER_MS: readonly number[] = [0, 60_000, 300_000];

export type Outcome = Answer | { readonly kind: "timed_out" };

export type Courier = ReturnType<typeof createCourier>;

/** Takes requests to the app, whichever way it is linked: deadline, redelivery, a log entry for each. */
export function createCourier(deps: {
  readonly link: AppLink;
  readonly clock: SandboxClock;
  readonly inspector: Inspector;
}) {
  const { link, clock, inspector } = deps;
  const inFlight = new Set<Promise<unknown>>();

  const deliver = (request: AppRequest): Promise<Outcome> => {
    const end = inspector.begin({
      direction: "to_app",
      name: request.name,
      transport: link.mode,
      request: request.body,
      retryNumber: request.retry?.number ?? 0,
    });
    const delivery = withinDeadline((signal) => link.send(request, signal), clock).then((outcome) => {
      end({
        status: outcome.kind === "timed_out" ? null : outcome.status,
        ok: outcome.kind === "acknowledged",
        error: errorOf(outcome),
        response: outcome.kind === "acknowledged" ? outcome.payload : null,
      });
      return outcome;
    });
    inFlight.add(delivery);
    return delivery.finally(() => inFlight.delete(delivery));
  };

  const deliverEvent = async (request: AppRequest, attempt = 0): Promise<Outcome> => {
    const outcome = await deliver(request);
    const waitMs = RETRY_AFTER_MS[attempt];
    const isDone = outcome.kind === "acknowledged" || ("noRetry" in outcome && outcome.noRetry);
    if (isDone || waitMs === undefined) return outcome;
    const retry = {
      number: attempt + 1,
      reason: outcome.kind === "timed_out" ? "http_timeout" : outcome.reason,
    };
    await new Promise<void>((resolve) => clock.after(waitMs, resolve));
    return deliverEvent({ ...request, retry }, attempt + 1);
  };

  return {
    /** Once, for what a person waits for. */
    deliver,
    /** Up to four times, until the app has acknowledged. Resolves with the last outcome. */
    deliverEvent: (request: AppRequest) => deliverEvent(request),
    /** Resolves when no request waits for its acknowledgement. */
    async idle() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

function withinDeadline(
  ask: (signal: AbortSignal) => Promise<Answer>,
  clock: SandboxClock,
): Promise<Outcome> {
  const abort = new AbortController();
  return new Promise((resolve) => {
    const cancel = clock.after(ACKNOWLEDGE_WITHIN_MS, () => {
      resolve({ kind: "timed_out" });
      abort.abort();
    });
    ask(abort.signal).then((value) => {
      cancel();
      resolve(value);
    });
  });
}

/** The name Slack shows for it. */
export function errorOf(outcome: Outcome): string | null {
  if (outcome.kind === "timed_out") return "operation_timeout";
  return outcome.kind === "failed" ? "dispatch_failed" : null;
}
