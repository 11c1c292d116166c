import type { Block } from "@slack/types";
import { LogLevel, WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import type { HealthCheck } from "../../domain/health-check.ts";
import { phrase } from "../../domain/phrase.ts";
import type { Log } from "../../log.ts";
import { chart } from "../blocks/chart.ts";
import { dataTable } from "../blocks/data-table.ts";

/** Blocks that Slack gives to workspaces one after the other. */
export const NEW_BLOCKS = ["data_visualization", "data_table", "card"] as const;
export type NewBlock = (typeof NEW_BLOCKS)[number];

/** `unknown`: Slack did not say, and whoever posts finds out. */
export type Taken = "taken" | "refused" | "unknown";
export type TakenBlocks = Readonly<Record<NewBlock, Taken>>;

/** The one place that says which new blocks the workspace takes. */
export type WorkspaceBlocks = {
  /** Asks Slack, and says in the log what it told. Never throws. */
  ask(): Promise<TakenBlocks>;
  /** What was told last; all unknown before. */
  takes(block: NewBlock): Taken;
};

const TIMEOUT_MS = 10_000;
const UNKNOWN: TakenBlocks = { data_visualization: "unknown", data_table: "unknown", card: "unknown" };

/** The least of each block that is right by Slack's documentation: what is refused of it is the block itself. */
const samples = (): Readonly<Record<NewBlock, readonly Block[]>> => ({
  data_visualization: chart({
    ...{ title: "Sample", type: "bar", categories: ["A", "B"], locale: FALLBACK_LOCALE },
    series: [{ name: "Sample", values: [1, 2] }],
  }),
  data_table: [
    dataTable({ caption: "Sample", head: ["A", "B"], rows: [[{ text: "a" }, { text: "1", value: 1 }]] })
      .block,
  ],
  card: [{ type: "card", title: { type: "mrkdwn", text: "Sample" } } as Block],
});

/** Which new blocks the workspace takes, by Slack's own check of blocks. */
export function workspaceBlocks(
  { botToken }: Pick<SlackConnection, "botToken">,
  slackApiUrl: string | null,
  log: Pick<Log, "info">,
): WorkspaceBlocks {
  const web = blocksClient(botToken, slackApiUrl);
  let told = UNKNOWN;
  return {
    async ask() {
      told = await askTaken(web);
      log.info({ blocks: told }, "which new blocks this workspace takes");
      return told;
    },
    takes: (block) => told[block],
  };
}

/** The same for `doctor`; nothing is wrong with a workspace that has them not: numbers stand in for charts. */
export async function checkBlocks(
  connection: Pick<SlackConnection, "botToken"> | null,
  slackApiUrl: string | null,
): Promise<HealthCheck[]> {
  if (connection === null) return [];
  const told = await askTaken(blocksClient(connection.botToken, slackApiUrl));
  const named = (taken: Taken) => NEW_BLOCKS.filter((block) => told[block] === taken).join(", ") || "none";
  const finding =
    named("unknown") === NEW_BLOCKS.join(", ")
      ? phrase("health.blocks.unknown")
      : phrase("health.blocks", { taken: named("taken"), refused: named("refused") });
  return [{ name: "blocks", status: "ok", finding: [finding], advice: null }];
}

const blocksClient = (token: string, slackApiUrl: string | null) =>
  new WebClient(token, {
    timeout: TIMEOUT_MS,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });

/** One after the other: the method has a rate limit of its own, which Slack does not tell. */
async function askTaken(web: Pick<WebClient, "blocks">): Promise<TakenBlocks> {
  const told: Record<NewBlock, Taken> = { ...UNKNOWN };
  const asked = samples();
  for (const block of NEW_BLOCKS) {
    told[block] = await askOne(web, asked[block]);
    // No such method, or no answer: the next would say the same.
    if (told[block] === "unknown") break;
  }
  return told;
}

/** Of a message: a view may take other blocks. */
async function askOne(web: Pick<WebClient, "blocks">, blocks: readonly Block[]): Promise<Taken> {
  try {
    await web.blocks.validate({ message: { blocks: [...blocks] } });
    return "taken";
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : "";
    return REFUSALS.includes(code) ? "refused" : "unknown";
  }
}

const REFUSALS = ["invalid_blocks", "invalid_message"];
