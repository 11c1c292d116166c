import type { BoundFlows } from "../flows/bind-flows.ts";
import type { WebRoute } from "./web-route.ts";

/** Far more than any event of the systems we know; what is longer is no event. Chosen. */
const MOST_BYTES = 1_000_000;

const STATUS = { taken: 202, refused: 401, unknown: 404 } as const;

/**
 * `/hooks/:source`, where systems say by themselves that something is new. It is answered once that is kept; the answer says
 * nothing more, whoever asks.
 * @param publicUrl the address of the bot as others know it, which some systems sign; null where none is set
 */
export const hookRoute = (
  { takeDelivery }: Pick<BoundFlows, "takeDelivery">,
  publicUrl: string | null,
): WebRoute => ({
  method: "POST",
  path: "/hooks/:source",
  bodyLimit: MOST_BYTES,
  async handle({ params: { source = "" }, headers, body }) {
    const url = publicUrl === null ? null : hookAddress(publicUrl, source);
    return { status: STATUS[await takeDelivery({ source, url, headers, body })] };
  },
});

/** The address to state in a system. */
export const hookAddress = (publicUrl: string, source: string): string =>
  `${publicUrl.replace(/\/+$/, "")}/hooks/${encodeURIComponent(source)}`;
