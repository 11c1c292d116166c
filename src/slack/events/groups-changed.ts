import type { EventHandler } from "../frame/handler.ts";

/** Somebody came into a user group or left it: nobody waits for an answer. */
export const groupsChanged: EventHandler = async (_, { flows }) => {
  await flows.followGroups();
};
