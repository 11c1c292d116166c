import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import type { Person } from "../page-protocol.ts";
import { type PersonChanges, personOf } from "../people.ts";
import type { SeedPerson } from "../seed.ts";
import { userJson } from "../web-api/users.ts";
import { sendEvent } from "./events.ts";
import { RefusedError } from "./refused.ts";

/**
 * Somebody joins the workspace, or is met for the first time in a shared channel; they are in no channel yet.
 * @returns how the app answered `team_join`; null when it did not ask for it
 * @throws RefusedError when there is somebody with this id
 */
export function addPerson(context: SandboxContext, given: SeedPerson): Promise<Outcome | null> {
  if (context.workspace.person(given.id)) throw new RefusedError(`There is a person ${given.id} already.`);
  return put(context, personOf(given), "team_join");
}

/**
 * Somebody gets another name, address, time zone or kind of account. Their channels stay as they are.
 * @returns how the app answered `user_change`; null when it did not ask for it
 * @throws RefusedError when there is no such person
 */
export function changePerson(
  context: SandboxContext,
  id: string,
  changes: PersonChanges,
): Promise<Outcome | null> {
  const before = context.workspace.person(id);
  if (!before || before.isBot) throw new RefusedError("There is no such person here.");
  const { company, ...kept } = before;
  const isStillOfOthers = ["outsider", "deactivated"].includes(changes.account ?? before.account);
  const own = company !== null && isStillOfOthers ? { company } : {};
  return put(context, personOf({ ...kept, ...own, ...changes }), "user_change");
}

function put(
  context: SandboxContext,
  person: Person,
  event: "team_join" | "user_change",
): Promise<Outcome | null> {
  context.workspace.putPerson(person);
  return sendEvent(context, event, {
    type: event,
    user: userJson(context, person, { withLocale: true }),
    cache_ts: Math.floor(context.clock.now().getTime() / 1000),
  });
}
