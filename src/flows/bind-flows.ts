import type { Clock } from "../domain/clock.ts";
import type { CustomerLinkSettings } from "../domain/customers/customer-links.ts";
import type { FeedbackSettings } from "../domain/outreach/feedback/feedback-settings.ts";
import type { HoldOut } from "../domain/outreach/proof/hold-out.ts";
import type { Phrase } from "../domain/phrase.ts";
import type { PublicHolidays } from "../domain/public-holidays.ts";
import type { ChurnModel } from "../domain/risk/churn-model.ts";
import type { RoleGroupSettings } from "../domain/role-groups.ts";
import type { ClvParameters } from "../domain/value/metrics/margin-clv.ts";
import type { Systems } from "../sources/pull/systems.ts";
import type { Store } from "../store/store.ts";
import * as flows from "./flows.ts";
import type { Workspace } from "./workspace.ts";

/** What flows may ask for: the stores by name, and what they do not keep. */
export type FlowDeps = Store & {
  readonly model: ChurnModel;
  readonly clock: Clock;
  /** What is pulled from other systems, and by what secrets. */
  readonly systems: Systems;
  readonly clv: ClvParameters;
  /** By which links customers are known. */
  readonly customerLinks: CustomerLinkSettings;
  /** What operations set, so that customers can be asked by links. */
  readonly feedbackSettings: FeedbackSettings;
  /** Of what is kept outside of Slack, where there is no reader: in the team's language. */
  readonly teamText: (phrase: Phrase) => string;
  readonly holidays: PublicHolidays;
  /** The team's own: whose days the ledger's are. */
  readonly timeZone: string;
  /** Left out: nobody is held out of nudges. */
  readonly holdOut?: HoldOut;
  /** Notes in the log which part of a page could not be read, and gives the reference it has there. Left out: the page fails. */
  readonly noteUnread?: (part: string, error: unknown) => string;
  /** Left out: no user group gives a role. */
  readonly roleGroups?: RoleGroupSettings;
};

type Needs<Flow> = Flow extends (deps: infer Deps, ...input: never) => unknown ? Deps : never;
type Bound<Flow> = Flow extends (deps: never, ...input: infer Input) => infer Result
  ? (...input: Input) => Result
  : never;

/** The flows whose needs `Deps` meets, by name, as they are called once they have them. */
export type FlowsWith<Deps> = {
  readonly [Name in keyof typeof flows as Deps extends Needs<(typeof flows)[Name]> ? Name : never]: Bound<
    (typeof flows)[Name]
  >;
};

/** What commands and jobs call. */
export type BoundFlows = FlowsWith<FlowDeps>;
/** What the handlers behind Slack call: there is a workspace to ask as well. */
export type SlackFlows = FlowsWith<FlowDeps & { readonly workspace: Workspace }>;

/** Written as a method, so that every flow is one whatever it takes: what it takes is checked by `FlowsWith`. */
type AnyFlow = { flow(deps: object, input: unknown): unknown }["flow"];

/** Gives the flows of the list what they need; one that needs more than `Deps` is missing in the type of the result. */
export function bindFlows<Deps extends object>(deps: Deps): FlowsWith<Deps>;
export function bindFlows(deps: object): object {
  const all = Object.entries<AnyFlow>(flows);
  return Object.fromEntries(all.map(([name, flow]) => [name, (input: unknown) => flow(deps, input)]));
}
