import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";
import { healthRoute } from "./health-route.ts";
import type { WebRoute } from "./web-route.ts";

export type WebTools = {
  readonly log: Log;
  readonly flows: BoundFlows;
  health(): Promise<{ readonly ok: boolean }>;
};

/** Everything the bot answers over HTTP besides Slack's requests: one line each. */
export const webRoutes = ({ log, health }: WebTools): readonly WebRoute[] => [healthRoute(health, log)];
