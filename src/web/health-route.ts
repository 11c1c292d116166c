import type { Log } from "../log.ts";
import type { WebRoute } from "./web-route.ts";

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
    const headers = { "content-type": "application/json" };
    return { status: state.ok ? 200 : 503, headers, body: JSON.stringify(state) };
  },
});
