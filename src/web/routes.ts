import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Log } from "../log.ts";
import { customerLinkRoute } from "./customer-link-page.ts";
import { feedbackRoutes } from "./feedback-page.ts";
import { healthRoute, type ReadyReason, readyRoute } from "./health-route.ts";
import { hookRoute } from "./hooks.ts";
import { type MetricsTools, metricsRoute } from "./metrics-route.ts";
import type { WebRoute } from "./web-route.ts";

export type WebTools = {
  readonly log: Log;
  readonly flows: BoundFlows;
  /** The bot's address as others know it; null: it has none. */
  readonly publicUrl: string | null;
  health(): Promise<{ readonly ok: boolean }>;
  /** The bot in Slack, as an address that opens Slack there; null where Slack does not say just now. Left out: the same. */
  readonly botInSlack?: () => Promise<string | null>;
};

/** Everything the bot answers over HTTP besides Slack's requests: one line each. */
export const webRoutes = ({ log, flows, publicUrl, health, botInSlack }: WebTools): readonly WebRoute[] => [
  healthRoute(health, log),
  hookRoute(flows, publicUrl),
  ...feedbackRoutes({ flows }),
  customerLinkRoute(botInSlack ?? (async () => null)),
];

export type WatchTools = {
  readiness(): Promise<readonly ReadyReason[]>;
  /** Null where figures are not to be read. */
  readonly metrics: MetricsTools | null;
};

/** What whoever watches the process asks, besides `/healthz`. */
export const watchRoutes = ({ readiness, metrics }: WatchTools): readonly WebRoute[] => [
  readyRoute(readiness),
  ...(metrics === null ? [] : [metricsRoute(metrics)]),
];
