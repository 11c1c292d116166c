import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { hasEnded } from "../../domain/customer.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import {
  type AskedSetting,
  readSetting,
  type SettingProblem,
} from "../../domain/outreach/playbooks/asked-setting.ts";
import { inForce } from "../../domain/outreach/playbooks/in-force.ts";
import type { Playbook } from "../../domain/outreach/playbooks/playbook.ts";
import { PLAYBOOK_NEEDS, type PlaybookNeed, playbookOf } from "../../domain/outreach/playbooks/playbooks.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { CustomerSampleStore } from "../../store/outreach/customer-sample.ts";

export type PreviewPlaybookDeps = {
  readonly facts: FactStore;
  readonly customerSample: CustomerSampleStore;
  readonly clock: Clock;
  readonly timeZone: string;
};

export type PlaybookPreview =
  | { readonly kind: "unknown-playbook" }
  | { readonly kind: "wrong"; readonly problems: readonly SettingProblem[] }
  | {
      readonly kind: "counted";
      /** Customers it applies to today by the numbers that are set. */
      readonly bySet: number;
      /** By those that are asked about. */
      readonly byAsked: number;
      /** Customers that were looked at, of so many. */
      readonly looked: number;
      readonly inAll: number;
    };

/** A few seconds' work on the embedded database. Chosen by the product. */
const MOST_LOOKED_AT = 5_000;
/** So many facts at once and no more. */
const AT_ONCE = 500;

/**
 * How many customers a playbook would apply to today by other numbers, whatever its mode. Whether it would then speak of them
 * hangs on what else applies, on their risk and on the budget.
 */
export async function previewPlaybook(
  deps: PreviewPlaybookDeps,
  { playbook: key, asked }: { readonly playbook: string; readonly asked: AskedSetting },
): Promise<PlaybookPreview> {
  const playbook = playbookOf(key);
  if (playbook === null) return { kind: "unknown-playbook" };
  const read = readSetting(playbook, asked);
  if (read.kind === "wrong") return read;
  const at = deps.clock();
  const { day } = localTime(at, deps.timeZone);
  const { ids, inAll } = await deps.customerSample.draw(day, MOST_LOOKED_AT);
  const needs = PLAYBOOK_NEEDS.filter((need) => need === "playbookSettings" || playbook.needs.includes(need));
  const wanted = inForce(playbook, { [key]: read.setting }).numbers;
  let bySet = 0;
  let byAsked = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const known = await deps.facts.read(needs, ids.slice(start, start + AT_ONCE), at);
    for (const facts of known.values()) {
      if (hasEnded(facts.customer, at)) continue;
      if (applies(playbook, facts, at, inForce(playbook, facts.playbookSettings).numbers)) bySet += 1;
      if (applies(playbook, facts, at, wanted)) byAsked += 1;
    }
  }
  return { kind: "counted", bySet, byAsked, looked: ids.length, inAll };
}

const applies = (
  playbook: Playbook<PlaybookNeed>,
  facts: Facts<PlaybookNeed>,
  now: Date,
  numbers: Readonly<Record<string, number>>,
): boolean => playbook.eligible(facts, now, "card", numbers) !== null;
