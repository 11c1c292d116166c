import type { EventHandler } from "../frame/handler.ts";

/** Somebody joined the workspace, left it, or is described otherwise: nobody waits for an answer. */
export const memberChanged: EventHandler = async ({ described }, { flows }) => {
  await flows.saveMember(described);
};
