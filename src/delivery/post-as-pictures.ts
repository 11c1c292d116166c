import type { WebClient } from "@slack/web-api";
import type { ChartSupport } from "../domain/chart.ts";
import { pictureFile, picturesOf, withoutCharts } from "../slack/blocks/chart.ts";
import type { Poster, PostRequest } from "./poster.ts";
import type { Rendered } from "./render.ts";

export type PictureTools = {
  readonly client: WebClient;
  readonly charts: ChartSupport | undefined;
  readonly post: (client: WebClient, request: PostRequest) => ReturnType<Poster["post"]>;
  readonly update: (
    client: WebClient,
    request: PostRequest & { readonly ts: string },
  ) => ReturnType<Poster["update"]>;
};

type Files = ReadonlyArray<ReturnType<typeof pictureFile>>;

/**
 * A message without its charts, which follow as pictures in its thread. They are drawn before it is posted, so that it says
 * what is so; where they then do not arrive, it is put right.
 */
export async function postAsPictures(
  { client, charts, post, update }: PictureTools,
  request: PostRequest,
): ReturnType<Poster["post"]> {
  const files = await drawn(charts, request);
  const instead = without(request, files === null ? "none" : "thread");
  const posted = await post(client, { ...request, ...instead });
  if (posted.kind !== "posted" || files === null)
    return posted.kind === "posted" ? { ...posted, instead } : posted;
  const thread = { channel_id: request.channelId, thread_ts: request.threadTs ?? posted.ts };
  if (await areUploaded(client, thread, files)) return { ...posted, instead };
  const corrected = without(request, "none");
  const told = await update(client, { ...request, ...corrected, ts: posted.ts });
  return { ...posted, instead: told.kind === "updated" ? corrected : instead };
}

const without = ({ text, blocks }: Rendered, where: "thread" | "none"): Rendered => ({
  text,
  blocks: withoutCharts(blocks, where),
});

/** Null where nothing can be drawn here: the message is worth more than its pictures. */
async function drawn(charts: ChartSupport | undefined, { blocks }: Rendered): Promise<Files | null> {
  if (charts === undefined) return null;
  try {
    const pictures = picturesOf(blocks);
    return await Promise.all(
      pictures.map(async (picture, place) => pictureFile(picture, await charts.draw(picture), place)),
    );
  } catch {
    return null;
  }
}

async function areUploaded(
  client: WebClient,
  thread: { readonly channel_id: string; readonly thread_ts: string },
  files: Files,
): Promise<boolean> {
  try {
    await client.filesUploadV2({ ...thread, file_uploads: [...files] });
    return true;
  } catch {
    return false;
  }
}
