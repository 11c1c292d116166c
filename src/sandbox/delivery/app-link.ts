/** One request of Slack to the app, before it is put on a wire. */
export type AppRequest = {
  readonly kind: "slash_commands" | "interactive" | "events_api";
  /** For the inspector, e.g. `/customer` or `event: app_home_opened`. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retry: { readonly number: number; readonly reason: string } | null;
};

export type Answer =
  /** `payload` is null where the app said nothing but "got it". */
  | {
      readonly kind: "acknowledged";
      readonly status: number;
      readonly payload: unknown;
      readonly noRetry: boolean;
    }
  | {
      readonly kind: "failed";
      readonly status: number | null;
      readonly reason: "http_error" | "connection_failed";
      readonly noRetry: boolean;
    };

/** A way to the app: HTTP or Socket Mode. It never throws; time limits are the caller's. */
export type AppLink = {
  readonly mode: "http" | "socket";
  readonly isConnected: () => boolean;
  /** @param signal aborted when nobody waits for the answer any more */
  readonly send: (request: AppRequest, signal: AbortSignal) => Promise<Answer>;
  readonly close: () => Promise<void>;
};
