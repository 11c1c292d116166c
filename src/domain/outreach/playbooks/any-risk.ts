import type { Playbook } from "./playbook.ts";
import { PLAYBOOK_NEEDS, PLAYBOOKS, type PlaybookNeed } from "./playbooks.ts";

/**
 * Whether a playbook may be told unasked whatever the risk: what a customer waits for, a known day, or winning somebody
 * back. Whatever follows from risk or silence is told from the threshold on.
 */
export const isToldAtAnyRisk = ({
  priority,
  restsOnKnownDays = false,
  forWhoLeft = false,
}: {
  readonly priority: Playbook["priority"];
  readonly restsOnKnownDays?: boolean;
  readonly forWhoLeft?: boolean;
}): boolean => priority === "urgent" || restsOnKnownDays || forWhoLeft;

const needsOf = (playbooks: ReadonlyArray<Playbook<PlaybookNeed>>) =>
  new Set<PlaybookNeed>(playbooks.flatMap(({ needs }) => needs));

const [any, bound] = [true, false].map((told) =>
  needsOf(PLAYBOOKS.filter((one: Playbook<PlaybookNeed>) => isToldAtAnyRisk(one) === told)),
);

/** What evaluating takes besides the needs of the playbooks. */
const ALWAYS: readonly PlaybookNeed[] = ["lastTouch", "resting"];

/** The facts for the playbooks told at any risk: fewer, for they are read of everybody each morning. */
export const ANY_RISK_NEEDS: readonly PlaybookNeed[] = PLAYBOOK_NEEDS.filter(
  (need) => any?.has(need) || !bound?.has(need) || ALWAYS.includes(need),
);

const [leaving, staying] = [true, false].map((left) =>
  needsOf(PLAYBOOKS.filter(({ forWhoLeft }: Playbook<PlaybookNeed>) => (forWhoLeft === true) === left)),
);

/** The facts for the playbooks that speak of those who have left, who in an old customer file are most. */
export const WHO_LEFT_NEEDS: readonly PlaybookNeed[] = PLAYBOOK_NEEDS.filter(
  (need) => leaving?.has(need) || !staying?.has(need) || ALWAYS.includes(need),
);

const unasked = needsOf(PLAYBOOKS.filter(({ onCardsOnly }: Playbook<PlaybookNeed>) => !onCardsOnly));
const onCards = needsOf(PLAYBOOKS.filter(({ onCardsOnly }: Playbook<PlaybookNeed>) => onCardsOnly));

/** The facts for all that is told unasked: without what cards alone go by. */
export const UNASKED_NEEDS: readonly PlaybookNeed[] = PLAYBOOK_NEEDS.filter(
  (need) => unasked.has(need) || !onCards.has(need),
);

/** How pressing a playbook is, by its key; of one that there is no more: as most are. */
export const priorityOf = (key: string): Playbook["priority"] =>
  PLAYBOOKS.find((one) => one.key === key)?.priority ?? "due";

/** Whether any playbook is for those who have left. */
export const ANY_FOR_WHO_LEFT = PLAYBOOKS.some(({ forWhoLeft }: Playbook<PlaybookNeed>) => forWhoLeft);
