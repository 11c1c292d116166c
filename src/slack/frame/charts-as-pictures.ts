import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { ChartPicture, ChartSupport } from "../../domain/chart.ts";
import type { Log } from "../../log.ts";
import { hasCharts, pictureFile, picturesOf, withoutCharts } from "../blocks/chart.ts";
import type { SlackMessage } from "../blocks/elements.ts";

export type ChartAnswers = { readonly support: ChartSupport; readonly log: Log };

type Telling = {
  readonly charts: ChartAnswers | undefined;
  readonly web: WebClient;
  readonly userId: string;
  readonly tell: (message: SlackMessage) => Promise<void>;
};

/**
 * Tells somebody something with charts; where the workspace takes none, with pictures of them in the direct message, which
 * nobody else reads.
 */
export async function tellWithCharts(telling: Telling, message: SlackMessage): Promise<void> {
  const { charts, tell } = telling;
  if (!hasCharts(message.blocks)) return tell(message);
  if (charts?.support.takesCharts() === false) return tellAsPictures(telling, message);
  try {
    await tell(message);
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    await tellAsPictures(telling, message);
    // It was the charts that were refused: without them it was taken.
    charts?.support.learn(false);
  }
}

async function tellAsPictures(telling: Telling, message: SlackMessage): Promise<void> {
  // First the pictures, so that the answer says what is so.
  const areSent = await sendPictures(telling, picturesOf(message.blocks));
  await telling.tell({ ...message, blocks: withoutCharts(message.blocks, areSent ? "direct" : "none") });
}

/** Pictures in somebody's direct message. @returns false where they could not be drawn or sent */
export async function sendPictures(
  { charts, web, userId }: Omit<Telling, "tell">,
  pictures: readonly ChartPicture[],
): Promise<boolean> {
  if (charts === undefined) return false;
  try {
    const files = await Promise.all(
      pictures.map(async (picture, place) => pictureFile(picture, await charts.support.draw(picture), place)),
    );
    const { channel } = await web.conversations.open({ users: userId });
    await web.filesUploadV2({ channel_id: channel?.id ?? userId, file_uploads: files });
    return true;
  } catch (error) {
    charts.log.warn({ err: error }, "charts could not be drawn or sent as pictures");
    return false;
  }
}
