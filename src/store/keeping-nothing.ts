import type { Store } from "./store.ts";

/** What is written where something is shown. */
type Written = Pick<Store, "members" | "moneyReads" | "suggestions" | "playbookCases" | "scores">;
type KnownPerson = NonNullable<Awaited<ReturnType<Store["members"]["find"]>>>;

/** In whose name something is shown that nobody asked for; sees what a manager sees. */
export const NOBODY: KnownPerson = {
  ...{ slackUserId: "U0NOBODY", name: "Nobody", email: null, role: "manager", account: "member" },
  ...{ timeZone: "UTC", checkedAt: new Date(0), roleSetAt: null },
};

const nothing = async () => {};

/**
 * The same stores for showing something to nobody: they read what they would read for a person, and keep nothing of it, neither
 * what was suggested nor who saw amounts nor the reasons that were worked out. Whoever is not known is `NOBODY`.
 */
export function keepingNothing<Stores extends Written>(stores: Stores): Stores {
  const { members, moneyReads, suggestions, playbookCases, scores } = stores;
  return {
    ...stores,
    members: { ...members, find: async (id: string) => (await members.find(id)) ?? NOBODY },
    moneyReads: { ...moneyReads, note: nothing },
    suggestions: { ...suggestions, record: nothing },
    playbookCases: { ...playbookCases, record: nothing },
    scores: { ...scores, keepExplanations: nothing },
  };
}
