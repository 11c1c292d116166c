import { expect, it } from "vitest";
import { SURFACES } from "../../../../src/domain/access.ts";
import { SUBCOMMANDS } from "../../../../src/slack/commands/customer.ts";
import { ACTIONS, COMMANDS, EVENTS, SHORTCUTS, SUBMISSIONS } from "../../../../src/slack/frame/register.ts";
import {
  ACTION,
  CALLBACK,
  COMMAND,
  EVENT,
  GROUP_EVENT,
  SHORTCUT,
  STEP_EVENT,
} from "../../../../src/slack/ids.ts";

it("has a handler for every id, and none beyond", () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(Object.values(COMMAND).sort());
  expect([...ACTIONS.keys()].sort()).toEqual(Object.values(ACTION).sort());
  expect(Object.keys(EVENTS).sort()).toEqual([...Object.values(EVENT), GROUP_EVENT, STEP_EVENT].sort());
  expect([...SHORTCUTS.keys()].sort()).toEqual(Object.values(SHORTCUT).sort());
  // What only shows has nothing to submit.
  const shown: readonly string[] = [CALLBACK.why, CALLBACK.history];
  const submitted = Object.values(CALLBACK).filter((id) => !shown.includes(id));
  expect([...SUBMISSIONS.keys()].sort()).toEqual(submitted.sort());
});

it("shows every surface but Home and the posts by a button, a form or a subcommand", () => {
  const guarded = [...ACTIONS.values(), ...SUBMISSIONS.values()].map(({ surface }) => surface);
  const shown = new Set([...guarded, ...SUBCOMMANDS.map(([, surface]) => surface)]);
  const rest = SURFACES.filter((surface) => !shown.has(surface) && !surface.startsWith("post:"));
  // For programs alone, asked for in words alone, and steps of workflows.
  const steps = ["step:look-up", "step:log-touch", "step:await-risk"];
  expect(rest).toEqual(["metrics", "retention", "home", ...steps]);
});
