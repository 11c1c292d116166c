import type { SandboxContext } from "../../../src/sandbox/context.ts";
import type { AppRequest } from "../../../src/sandbox/delivery/app-link.ts";
import type { Outcome } from "../../../src/sandbox/delivery/courier.ts";
import { ALL_EVENTS, type WorkspaceSeed } from "../../../src/sandbox/seed.ts";
import { createTriggers } from "../../../src/sandbox/triggers.ts";
import { createWorkspace } from "../../../src/sandbox/workspace.ts";

export const NOON = new Date("2026-11-20T12:00:00Z");
const person = (id: string, realName: string) => ({
  ...{ id, name: id.toLowerCase(), realName, email: null, roleLabel: null, timeZone: "UTC" },
});
const SEED: WorkspaceSeed = {
  name: "By hand",
  people: [person("U0ANNA", "Anna"), { ...person("U0MEI", "林美"), locale: "zh-TW" }],
  channels: [
    { id: "C0SALES", name: "sales", memberIds: ["U0ANNA", "U0MEI"], hasBot: true },
    { id: "C0QUIET", name: "quiet", memberIds: ["U0ANNA"] },
  ],
  bot: { name: "mainstay", realName: "Mainstay" },
  commands: [],
};

/** A workspace without a server; what is sent to the app is kept, and answered as `answer` says. */
export function workspaceByHand({ answer = "acknowledged", events = ALL_EVENTS } = {}) {
  const sent: AppRequest[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const outcome = (
    answer === "acknowledged" ? { kind: "acknowledged", status: 200, payload: null } : { kind: "timed_out" }
  ) as Outcome;
  const keep = (request: AppRequest) => {
    sent.push(request);
    return Promise.resolve(outcome);
  };
  const clock = {
    now: () => NOON,
    after: (ms: number, run: () => void) => {
      timers.push({ ms, run });
      return () => {};
    },
  };
  const context = {
    workspace: createWorkspace({ ...SEED, events }, null, NOON),
    clock,
    triggers: createTriggers(clock.now),
    courier: { deliver: keep, deliverEvent: keep },
    events,
    scopes: [],
  } as unknown as SandboxContext;
  // biome-ignore lint/suspicious/noExplicitAny: bodies as they were sent
  const bodies = () => sent.map(({ body }) => body as any);
  return { context, workspace: context.workspace, bodies, timers };
}
