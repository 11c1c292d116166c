import type { ModalView } from "@slack/types";
import type { Place } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { HomeState } from "../../domain/outreach/home-state.ts";
import type { SlackFlows } from "../../flows/bind-flows.ts";
import type { Answer } from "./answer.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";
import type {
  ActionRequest,
  CommandRequest,
  EventRequest,
  ShortcutRequest,
  SubmissionRequest,
} from "./payloads.ts";

/** What every handler works with. */
export type HandlerTools = {
  readonly flows: SlackFlows;
  readonly slack: InteractiveSlack;
  readonly clock: Clock;
  readonly answer: Answer;
  /** Home as it was turned, where it is what was clicked or where the form was opened; left out: somewhere else. */
  readonly home?: HomeState | null;
};

/** What a handler works with once `guard` let its reader in. */
export type PermittedTools = HandlerTools & {
  readonly reader: Member;
  /** Where the answer is read. */
  readonly place: Place;
};

/** A command about a customer, with what was typed behind; null: nothing. */
export type NamedRequest = { readonly request: CommandRequest; readonly rest: string | null };

export type CommandHandler = (request: CommandRequest, tools: HandlerTools) => Promise<void>;
export type ActionHandler = (request: ActionRequest, tools: PermittedTools) => Promise<void>;
export type ShortcutHandler = (request: ShortcutRequest, tools: PermittedTools) => Promise<void>;
export type EventHandler = (request: EventRequest, tools: HandlerTools) => Promise<void>;

/**
 * A submission is checked before it is acknowledged: what is wrong shows beside its field. Slack waits three seconds,
 * so a check may read by a flow, but not write.
 */
export type SubmissionHandler = (
  request: SubmissionRequest,
  tools: Pick<PermittedTools, "flows" | "reader"> & { readonly now: Date },
) => CheckedSubmission | Promise<CheckedSubmission>;

export type CheckedSubmission =
  /** Sentences by input block. */
  | { readonly kind: "wrong"; readonly errors: Readonly<Record<string, string>> }
  | {
      readonly kind: "good";
      readonly place: {
        readonly channelId: string | null;
        readonly responseUrl: string | null;
        /** Home as it was turned, where the form was opened there. */
        readonly home?: string | null | undefined;
      };
      /** What the modal shows from now on; left out: it closes. */
      readonly shows?: ModalView;
      handle(tools: PermittedTools): Promise<void>;
    };
