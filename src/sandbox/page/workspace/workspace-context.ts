import { createContext, useContext } from "react";
import type { CommandResult, PageCommand, Person, Snapshot } from "../../page-protocol.ts";
import type { Route } from "../state/route.ts";

type WithoutActor<Command> = Command extends unknown ? Omit<Command, "as"> : never;

/** A command of the page; who acts is added when it is sent. */
export type OwnCommand = WithoutActor<PageCommand>;

export type WorkspaceView = {
  readonly snapshot: Snapshot;
  /** Whom the page acts as. */
  readonly me: Person;
  readonly route: Route;
  readonly navigate: (route: Route) => void;
  /** Sends; a refusal is shown to the person as well as returned. */
  readonly act: (command: OwnCommand) => Promise<CommandResult>;
  /** Shows a sentence for a while. */
  readonly notify: (sentence: string) => void;
  /** The bot's time at this moment. */
  readonly now: () => Date;
};

export const WorkspaceContext = createContext<WorkspaceView | null>(null);

export function useWorkspace(): WorkspaceView {
  const view = useContext(WorkspaceContext);
  if (view === null) throw new Error("This component stands outside of the workspace.");
  return view;
}

/** Conversation that is on the screen; null on the app's home. */
export const conversationOnScreen = (route: Route): string | null =>
  route.kind === "conversation" ? route.conversationId : null;
