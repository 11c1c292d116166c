import type { Member } from "../domain/customer.ts";
import { NOBODYS_SLACK, type NobodysDeps, nobodysBolt } from "./frame/nobody.ts";
import { showHomeTo } from "./home/home-opened.ts";
import { COMMAND } from "./ids.ts";

export type WarmUpDeps = NobodysDeps & {
  /** In whose name it is asked for. */
  readonly nobody: Member;
  /** Resolves when nobody waits for an answer. */
  quiet(): Promise<void>;
  /** Begins no further piece once it is aborted. */
  readonly stop: AbortSignal;
};

/** Chosen: PostgreSQL makes a plan of its own five times before it keeps the one that serves everybody. */
const ROUNDS = 6;
/** Chosen: the first is read alone, the others are read together, by another statement. */
const AT_ONCE = 3;

/**
 * Asks, as a person would, for what people are likely to ask for first, so that they do not wait for code to be compiled, for
 * connections and for plans. Nothing is asked where there are no customers. What flows keep and where answers go is the caller's.
 */
export async function warmUp(deps: WarmUpDeps): Promise<void> {
  const { flows, nobody, quiet, stop } = deps;
  const ask = nobodysBolt(deps);
  const names = await flows.nameSome(AT_ONCE);
  const [first] = names;
  if (first === undefined) return;
  // A name can be what a command is called: `find` looks up and does nothing else.
  const card = (name: string) => ask(commandOf(nobody, `find ${name}`));
  const cards = () => Promise.all(names.map(card));
  const home = () => showHomeTo(nobody, { flows, slack: NOBODYS_SLACK });
  // As a question, whose forms are compiled by it.
  const list = () => ask(commandOf(nobody, "who is at risk?"));
  // One alone to begin with: the shortest piece, for whoever asks meanwhile.
  for (const piece of [() => card(first), ...Array.from({ length: ROUNDS }, () => cards), list, home]) {
    await quiet();
    if (stop.aborted) return;
    await piece();
  }
}

/** As Slack sends it, from the direct message. */
const commandOf = ({ slackUserId }: Member, text: string) => ({
  ...{ command: COMMAND.customer, text, user_id: slackUserId, team_id: "T0NOBODY", channel_id: "D0NOBODY" },
  ...{ trigger_id: "warm-up", response_url: "https://nobody.invalid/" },
});
