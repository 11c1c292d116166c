import type { Log } from "../log.ts";
import type { WebResponse, WebRoute } from "./web-route.ts";

/** `/healthz`: 200 where the process can do its work, else 503, for whoever watches it. */
export const healthRoute = (health: () => Promise<{ readonly ok: boolean }>, log: Log): WebRoute => ({
  method: "GET",
  path: "/healthz",
  bodyLimit: 0,
  async handle() {
    const state = await health().catch((error: unknown) => {
      log.error({ err: error }, "The health check failed");
      return { ok: false };
    });
    return jsonAnswer(state.ok ? 200 : 503, state);
  },
});

/** Why the process is not ready: a code for programs and a sentence for people, without secrets and customers. */
export type ReadyReason = { readonly code: string; readonly text: string };

/** `/readyz`: 200 where the process does all of its work and in time, else 503 with every reason. */
export const readyRoute = (readiness: () => Promise<readonly ReadyReason[]>): WebRoute => ({
  method: "GET",
  path: "/readyz",
  bodyLimit: 0,
  async handle() {
    const reasons = await readiness();
    const ready = reasons.length === 0;
    return jsonAnswer(ready ? 200 : 503, { ready, reasons });
  },
});

const jsonAnswer = (status: number, body: object): WebResponse => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});
