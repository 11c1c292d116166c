import type { KnownPerson } from "../store/customers/members.ts";
import type { FlowDeps } from "./bind-flows.ts";
import type { Workspace } from "./workspace.ts";

/** In whose name something is done that nobody asked for; sees what a manager sees. */
export const NOBODY: KnownPerson = {
  ...{ slackUserId: "U0NOBODY", name: "Nobody", email: null, role: "manager", account: "member" },
  ...{ timeZone: "UTC", checkedAt: new Date(0), roleSetAt: null },
};

const nothing = async () => {};
const none = async () => null;

/** A directory that tells nothing, so that what is kept of a person counts. */
const SILENT: Workspace = {
  ...{ person: none, channel: none, channelNamed: none, channelMembers: none, userGroups: none },
  async personIn() {
    throw new Error("Nobody is described to nobody.");
  },
  async *people() {},
};

/**
 * What flows need to show something to nobody: they read what they would read for a person, and nothing is kept of it, neither
 * what was suggested nor who saw amounts nor the reasons that were worked out.
 */
export function keepingNothing(deps: FlowDeps): FlowDeps & { readonly workspace: Workspace } {
  const { members, moneyReads, suggestions, playbookCases, scores } = deps;
  return {
    ...deps,
    workspace: SILENT,
    members: { ...members, find: async (id) => (await members.find(id)) ?? NOBODY },
    moneyReads: { ...moneyReads, note: nothing },
    suggestions: { ...suggestions, record: nothing },
    playbookCases: { ...playbookCases, record: nothing },
    scores: { ...scores, keepExplanations: nothing },
  };
}
