import type { Courier } from "./delivery/courier.ts";
import type { SocketLink } from "./delivery/socket-link.ts";
import type { Faults } from "./faults.ts";
import type { Inspector } from "./inspector.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { SandboxClock } from "./sandbox-clock.ts";
import type { Triggers } from "./triggers.ts";
import type { Workspace } from "./workspace.ts";

export type Tokens = { readonly bot: string; readonly app: string };

/** What every part of the stand-in works with. */
export type SandboxContext = {
  readonly workspace: Workspace;
  readonly clock: SandboxClock;
  readonly triggers: Triggers;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly inspector: Inspector;
  readonly courier: Courier;
  /** Null where the app is reached over HTTP. */
  readonly sockets: SocketLink | null;
  readonly tokens: Tokens;
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  /** `http://127.0.0.1:<port>`; known once the server listens. */
  readonly origin: () => string;
};
