import type { ReactNode } from "react";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** Says what is missing and what to do: the page's own connection, or the app's. */
export function ConnectionBanner({ isOnline, retry }: { isOnline: boolean; retry: () => void }): ReactNode {
  const { snapshot } = useWorkspace();
  if (!isOnline)
    return (
      <div className="banner banner-error" role="alert">
        <p>The local workspace is not reachable. Trying again… Is it still running in your terminal?</p>
        <button type="button" className="button" onClick={retry}>
          Try now
        </button>
      </div>
    );
  if (snapshot.connection.isConnected) return null;
  return (
    <div className="banner" role="status">
      <p>
        The app is not connected. Commands and buttons get no answer until it is back; look at the terminal in
        which it runs.
      </p>
    </div>
  );
}
