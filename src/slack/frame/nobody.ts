import { App } from "@slack/bolt";
import type { Clock } from "../../domain/clock.ts";
import type { SlackFlows } from "../../flows/bind-flows.ts";
import type { Workspace } from "../../flows/workspace.ts";
import type { Log } from "../../log.ts";
import { boltLogger } from "./bolt-logger.ts";
import { dispatch } from "./dispatch.ts";
import { inFlightCounter } from "./in-flight.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";

const nothing = async () => {};
const refused = async () => false;
const none = async () => null;

/** A directory that tells nothing, so that what is kept of a person counts. */
export const NOBODYS_WORKSPACE: Workspace = {
  ...{ person: none, channel: none, channelNamed: none, channelMembers: none, userGroups: none },
  async personIn() {
    throw new Error("Nobody is described to nobody.");
  },
  async *people() {},
};

/** Takes everything and shows it to nobody. */
export const NOBODYS_SLACK: InteractiveSlack = {
  files: null,
  ...{ pushModal: nothing, sendFile: nothing, showHome: nothing, tell: nothing, setStatus: nothing },
  ...{ showPane: nothing, suggestPrompts: nothing },
  ...{ updateModal: refused, sendPictures: refused, reply: refused, unfurl: refused },
  openModal: async () => null,
  isOurs: () => false,
  streams: {
    ...{ begin: async () => null, finish: async () => "not-taken", breakOff: nothing },
    ...{ stop: () => {}, isStopped: () => false, workIsOver: () => {} },
    stopSignal: () => new AbortController().signal,
  },
};

export type NobodysDeps = { readonly flows: SlackFlows; readonly clock: Clock; readonly log: Log };

/**
 * Bolt with all that the bot does, and no Slack on the other side.
 * @returns does what a request asks for, as Slack would have sent it; what fails stands in the log
 */
export function nobodysBolt({
  flows,
  clock,
  log,
}: NobodysDeps): (body: Record<string, unknown>) => Promise<void> {
  const quiet: Log = {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    // Nobody's request failed.
    error: (fields, message) => log.warn(fields, message),
  };
  const app = new App({
    authorize: async () => ({ botId: "B0NOBODY", botUserId: "U0BOT" }),
    receiver: { init: () => {}, start: nothing, stop: nothing },
    logger: boltLogger(quiet),
    convoStore: false,
  });
  const traces = {
    during: (_id: string, work: () => Promise<void>) => work(),
    ended: nothing,
    failed: nothing,
  };
  dispatch(app, { flows, clock, log: quiet, slack: NOBODYS_SLACK, inFlight: inFlightCounter(), traces });
  return (body) => app.processEvent({ body, ack: nothing });
}
