import type { EventHandler } from "../frame/handler.ts";

/**
 * Somebody looks at another channel beside the Messages tab. Each message says which one it was written beside, for which
 * Slack asks to be subscribed to this: there is nothing to do, and nothing of it is kept.
 */
export const contextChanged: EventHandler = async () => {};
