import { z } from "zod";
import type { PullableSource } from "../pull/systems.ts";
import { helpdeskHook } from "./helpdesk-hook.ts";
import { helpdeskShape, TICKETS } from "./helpdesk-shape.ts";

/** Any help desk that delivers its tickets by itself; there is nothing to pull. */
export const helpdeskSource: PullableSource = {
  name: "helpdesk",
  title: "Help desk",
  settings: z.strictObject({
    /** A file that says where a ticket is in what is delivered; left out: our own shape. */
    file: z.string().default(""),
    /** How deliveries are signed: as ours are, or as Intercom's. */
    signature: z.enum(["mainstay", "intercom"]).default("mainstay"),
  }),
  secrets: [],
  scopes: [],
  streams: [],
  hook: helpdeskHook,
  streamsOf: async ({ file = "" }) => [
    {
      name: TICKETS,
      kinds: (await helpdeskShape(file)).kinds,
      page: async () => ({ records: [], deleted: [], cursor: "delivered", more: false }),
    },
  ],
};
