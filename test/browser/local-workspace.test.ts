import { afterAll, beforeAll } from "vitest";
import { closeSharedBrowser } from "./shared-browser.ts";
import { closeSharedWorkspace, openSharedWorkspace } from "./shared-workspace.ts";
import { isWithoutBrowser } from "./workspace-page.ts";

/** A first start: it invents the customers, trains and scores. */
const OPENING_PATIENCE_MS = 240_000;

beforeAll(async () => {
  if (!isWithoutBrowser) await openSharedWorkspace();
}, OPENING_PATIENCE_MS);
afterAll(closeSharedWorkspace);
// Before the workspace: what is registered last is done first.
afterAll(closeSharedBrowser);

// One file to vitest, because all click in one workspace: it goes on beside the other tiers instead of after them. The walk
// of four weeks moves the workspace's clock and comes last; whoever reads Chinese wants a card that nobody has settled yet.
await import("./access.ts");
await import("./chinese.ts");
await import("./card.ts");
await import("./people.ts");
await import("./asking.ts");
await import("./home.ts");
await import("./customer-links.ts");
await import("./streams-and-objects.ts");
await import("./set-up.ts");
await import("./four-weeks.ts");
