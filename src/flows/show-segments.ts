import { maySeeCompanyMoney } from "../domain/access.ts";
import type { Clock } from "../domain/clock.ts";
import type { Member } from "../domain/customer.ts";
import type { SegmentReport } from "../domain/segments/segment-report.ts";
import type { SegmentRule } from "../domain/segments/segment-rule.ts";
import { valuePeriod } from "../domain/segments/value-period.ts";
import { valueTier } from "../domain/segments/value-tier.ts";
import type { SpendingAdvice } from "../domain/segments/where-to-spend.ts";
import { readSegments } from "./read-segments.ts";
import type { NoAnswer, ValueQuestion } from "./read-valued-customers.ts";
import { adviseSpending, type WeighUpkeepDeps } from "./weigh-upkeep.ts";
import type { Workspace } from "./workspace.ts";

export type ShowSegmentsDeps = WeighUpkeepDeps & {
  readonly workspace: Pick<Workspace, "channel">;
  readonly clock: Clock;
  readonly valueQuestion: ValueQuestion;
};

/** Why somebody is not shown what customers are worth. */
export type MoneyRefused = { readonly kind: "not-allowed" | "shared-channel" };

export type ShownSegments =
  | { readonly kind: "report"; readonly report: SegmentReport; readonly advice: SpendingAdvice | null }
  | MoneyRefused
  | NoAnswer;

const MOST_ON_A_LIST = 10;

/** All customers by a rule for one who may see money; with the value tiers, where to spend and where to save. */
export async function showSegments(
  deps: ShowSegmentsDeps,
  request: { readonly reader: Member; readonly channelId: string | null; readonly rule: SegmentRule },
): Promise<ShownSegments> {
  const { reader, channelId, rule } = request;
  const refused = await moneyRefused(deps, reader, channelId);
  if (refused !== null) return refused;
  const asOf = deps.clock();
  const question = { ...deps.valueQuestion, rule, asOf };
  const segments = await readSegments(deps, question);
  if (segments.kind !== "report") return segments;
  if (rule.key !== valueTier.key) return { ...segments, advice: null };
  const { period } = valuePeriod(asOf);
  const advised = await adviseSpending(deps, { ...question, period, mostOnAList: MOST_ON_A_LIST });
  return { ...segments, advice: advised.kind === "report" ? advised.report : null };
}

/** Null where a reader may see the money of all customers, in this channel. */
export async function moneyRefused(
  { workspace }: Pick<ShowSegmentsDeps, "workspace">,
  reader: Member,
  channelId: string | null,
): Promise<MoneyRefused | null> {
  if (!maySeeCompanyMoney(reader)) return { kind: "not-allowed" };
  const channel = channelId === null ? null : await workspace.channel(channelId);
  // A conversation nobody can look into is a direct one or one the bot is not in: the answer is the reader's alone.
  return channel?.shared === true ? { kind: "shared-channel" } : null;
}
