import type { ReactNode } from "react";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { ClockControl } from "./clock-control.tsx";
import { InspectorIcon, MenuIcon } from "./icons.tsx";

type Props = {
  readonly isInspecting: boolean;
  readonly onInspect: () => void;
  readonly isNavigating: boolean;
  readonly onNavigate: () => void;
};

export function TopBar({ isInspecting, onInspect, isNavigating, onNavigate }: Props): ReactNode {
  const { snapshot } = useWorkspace();
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Navigation"
        aria-expanded={isNavigating}
        aria-controls="navigation"
        onClick={onNavigate}
      >
        <MenuIcon />
      </button>
      <Mark />
      <h1>{snapshot.workspace.name}</h1>
      <p className="stand-in" title={snapshot.workspace.notice}>
        <strong>Stand-in</strong> <span>{snapshot.workspace.notice}</span>
      </p>
      <span className="spacer" />
      <AppState />
      <ClockControl />
      <button
        type="button"
        className="icon-button"
        aria-label="Inspector"
        title="Inspector: every request and answer"
        aria-pressed={isInspecting}
        onClick={onInspect}
      >
        <InspectorIcon />
      </button>
    </header>
  );
}

/** A mast with two sails: what a mainstay holds. */
function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--accent-solid)" />
      <path
        d="M16 6v20M16 8l8 12h-8M16 12l-6 8h6M8 24.500h16"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function AppState(): ReactNode {
  const { connection } = useWorkspace().snapshot;
  const way = connection.mode === "socket" ? "Socket Mode" : "HTTP";
  return (
    <span
      className={connection.isConnected ? "app-state on" : "app-state off"}
      title={`The app speaks ${way}`}
    >
      {connection.isConnected ? "App connected" : "App not connected"}
    </span>
  );
}
