import { addDays, type Day, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { turnedThemselves } from "../../domain/customers/won-and-lost.ts";
import { postMortemMessages } from "../../domain/messages/post-mortem-messages.ts";
import {
  POST_MORTEM_NEEDS,
  type PostMortem,
  postMortemOf,
  TOLD_WITHIN_DAYS,
} from "../../domain/outreach/post-mortem.ts";
import type { FoundTurn, WonAndLostStore } from "../../store/figures/won-and-lost.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { PostMortemStore } from "../../store/messages/post-mortems.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";
import { type ReadTeamPolicyDeps, readTeamPolicy } from "../outreach/read-nudge-policy.ts";
import {
  type FindRestingSourcesDeps,
  findPauses,
  findRestingSources,
} from "../risk/scoring/find-resting-sources.ts";

export type TellPostMortemsDeps = ReadExplainedFactsDeps &
  FindRestingSourcesDeps &
  ReadTeamPolicyDeps & {
    readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
    readonly wonAndLost: WonAndLostStore;
    readonly postMortems: Pick<PostMortemStore, "told" | "tell">;
    readonly clock: Clock;
  };

/** The team's day. */
export type PostMortemOccasion = { readonly day: Day; readonly timeZone: string };

/**
 * Tells the channels that asked for it of customers who left while rated safe, each once. Who left is what all figures
 * say; where no channel asked, nothing is marked as told. @returns how many left so, and messages kept
 */
export async function tellPostMortems(
  deps: TellPostMortemsDeps,
  occasion: PostMortemOccasion,
): Promise<{ readonly customers: number; readonly messages: number }> {
  const now = deps.clock();
  const channels = await deps.channelSettings.optedIn("postMortems");
  if (channels.length === 0) return { customers: 0, messages: 0 };
  const found = await findPostMortems(deps, occasion, now);
  if (found.length === 0) return { customers: 0, messages: 0 };
  const perChannel = channels.map(({ channelId }) => ({
    channelId,
    ...postMortemMessages(channelId, found, { day: occasion.day, now }),
  }));
  const told = found.map((one) => ({
    ...{ customerId: one.customerId, leftOn: one.leftOn },
    messageKeys: perChannel.map(({ headOf }) => headOf(one)),
  }));
  const entries = perChannel.flatMap(({ channelId, messages }) =>
    messages.map((message) => ({ ...message, recipient: channelId, createdAt: now })),
  );
  return { customers: found.length, messages: await deps.postMortems.tell(told, entries, now) };
}

async function findPostMortems(
  deps: TellPostMortemsDeps,
  { day, timeZone }: PostMortemOccasion,
  now: Date,
): Promise<readonly PostMortem[]> {
  const days = { fromDay: addDays(day, -TOLD_WITHIN_DAYS), toDay: day, timeZone };
  const left = await untold(deps, await whoLeft(deps, days, now), days.fromDay);
  const { threshold } = await readTeamPolicy(deps);
  const found: PostMortem[] = [];
  for (const on of new Set(left.map((one) => one.on))) {
    const asOf = startOfDay(on, timeZone);
    const ids = left.filter((one) => one.on === on).map(({ customerId }) => customerId);
    const facts = await readExplainedFacts(deps, POST_MORTEM_NEEDS, ids, asOf);
    for (const { customerId, turn } of left.filter((one) => one.on === on)) {
      const known = facts.get(customerId);
      const one = known && postMortemOf(known, { on, turn }, asOf, threshold);
      if (one) found.push(one);
    }
  }
  return found;
}

type Days = { readonly fromDay: Day; readonly toDay: Day; readonly timeZone: string };

/** Without those whom the silence of their source only seems to have ended. */
async function whoLeft(deps: TellPostMortemsDeps, days: Days, now: Date): Promise<readonly FoundTurn[]> {
  const turned = await deps.wonAndLost.within(days);
  const { stopped } = await findRestingSources(deps, now);
  const pauses = await findPauses(deps, startOfDay(days.fromDay, days.timeZone), now);
  const restless = new Set([...(stopped?.sources ?? []), ...pauses].map(({ source }) => source));
  const themselves = new Set(turnedThemselves(turned, restless).map(({ customerId }) => customerId));
  return turned.filter(
    ({ customerId, turn }) => themselves.has(customerId) && (turn === "ended" || turn === "lapsed"),
  );
}

async function untold(
  { postMortems }: TellPostMortemsDeps,
  left: readonly FoundTurn[],
  since: Day,
): Promise<readonly FoundTurn[]> {
  const ids = left.map(({ customerId }) => customerId);
  const told = new Set((await postMortems.told(ids, since)).map(keyOf));
  return left.filter(({ customerId, on }) => !told.has(keyOf({ customerId, leftOn: on })));
}

const keyOf = ({ customerId, leftOn }: { readonly customerId: number; readonly leftOn: Day }) =>
  `${customerId}:${leftOn}`;
