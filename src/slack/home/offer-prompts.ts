import { refusalAnywhere } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import { sayIn } from "../../words/say.ts";
import type { EventHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** What each role asks most, as words of `asking.prompt`; Slack shows four. */
export const PROMPTS: Readonly<Record<"rep" | "steering", readonly string[]>> = {
  rep: ["nudges", "my-at-risk", "movers", "help"],
  steering: ["at-risk", "movers", "digest", "retention"],
};

/** The Messages tab was opened: what can be asked there. Nothing to whoever would get no answer. */
export const offerPrompts: EventHandler = async ({ userId, channelId }, { flows, slack }) => {
  if (channelId === null) return;
  const visitor = await flows.admit(userId);
  if (refusalAnywhere("help", visitor) !== null) return;
  const say = sayIn(readerLocale(visitor));
  const prompts = promptsFor(visitor).map((name) => {
    const message = say(`asking.prompt.${name}`);
    return { title: message, message };
  });
  await slack.suggestPrompts(channelId, { title: say("asking.prompts.title"), prompts });
};

const promptsFor = ({ role }: Pick<Member, "role">) => PROMPTS[role === "rep" ? "rep" : "steering"];
