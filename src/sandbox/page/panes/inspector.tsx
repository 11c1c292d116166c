import { type ReactNode, useState } from "react";
import type { LogEntry } from "../../page-protocol.ts";
import { CrossIcon } from "../shell/icons.tsx";
import { timeWithSeconds } from "../state/zoned-time.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Shown = "all" | LogEntry["direction"] | "failed";

const FILTERS: ReadonlyArray<readonly [Shown, string]> = [
  ["all", "All"],
  ["to_app", "To the app"],
  ["from_app", "From the app"],
  ["failed", "Failed"],
];

/** Every request between the workspace and the app with its answer, newest first. */
export function Inspector({ onClose }: { onClose: () => void }): ReactNode {
  const { snapshot } = useWorkspace();
  const [shown, setShown] = useState<Shown>("all");
  const [sought, setSought] = useState("");
  const entries = snapshot.log.filter((entry) => matches(entry, shown, sought)).toReversed();
  return (
    <aside className="side-panel inspector" aria-label="Inspector">
      <header className="pane-header">
        <div className="pane-title">
          <h2>Inspector</h2>
          <p className="topic">Every request and answer between this workspace and the app</p>
        </div>
        <button type="button" className="icon-button" aria-label="Close inspector" onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <div className="inspector-filter">
        <fieldset>
          <legend className="unseen">Show</legend>
          {FILTERS.map(([value, label]) => (
            <button type="button" key={value} aria-pressed={shown === value} onClick={() => setShown(value)}>
              {label}
            </button>
          ))}
        </fieldset>
        <input
          className="control"
          type="search"
          aria-label="Find in the log"
          placeholder="Find, e.g. chat.postMessage"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label="Requests" tabIndex={0}>
        {entries.length === 0 && (
          <p className="empty">Nothing to show. Type a command to see its requests here.</p>
        )}
        <ol className="log">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      </section>
    </aside>
  );
}

function matches(entry: LogEntry, shown: Shown, sought: string): boolean {
  const isShown = shown === "all" || entry.direction === shown || (shown === "failed" && entry.ok === false);
  if (!isShown || sought === "") return isShown;
  const text = `${entry.name} ${entry.error ?? ""} ${JSON.stringify(entry.request)}`;
  return text.toLowerCase().includes(sought.toLowerCase());
}

function Entry({ entry }: { entry: LogEntry }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        className={`log-line ${outcomeOf(entry)}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <EntryLine entry={entry} />
      </button>
      {isOpen && (
        <div className="log-bodies">
          <Body title="Request" value={entry.request} />
          <Body title="Answer" value={entry.response} />
        </div>
      )}
    </li>
  );
}

const outcomeOf = ({ ok }: LogEntry) => (ok === null ? "running" : ok ? "fine" : "failed");

function EntryLine({ entry }: { entry: LogEntry }): ReactNode {
  const { me } = useWorkspace();
  const direction = entry.direction === "to_app" ? "To the app" : "From the app";
  return (
    <>
      <span className="direction" aria-hidden="true" title={direction}>
        {entry.direction === "to_app" ? "→" : "←"}
      </span>
      <span className="unseen">{direction}: </span>
      <span className="log-name">
        {entry.name}
        {entry.retryNumber > 0 && <span className="tag">retry {entry.retryNumber}</span>}
        {entry.error !== null && <span className="log-error">{entry.error}</span>}
      </span>
      <span className="log-figures">
        {entry.status ?? (entry.ok === null ? "…" : "")}{" "}
        <span>{entry.ms === null ? "" : `${entry.ms} ms`}</span>
        <time>{timeWithSeconds(new Date(entry.at), me.timeZone)}</time>
      </span>
    </>
  );
}

function Body({ title, value }: { title: string; value: unknown }): ReactNode {
  const text = value === null || value === undefined ? "–" : JSON.stringify(value, null, 2);
  return (
    <section aria-label={title}>
      <h3>
        {title}
        <button type="button" className="button button-quiet" onClick={() => void copy(text)}>
          Copy<span className="unseen"> the {title.toLowerCase()}</span>
        </button>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className="json" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}

/** Browsers allow it on loopback; where one does not, the text can still be selected. */
const copy = (text: string) => navigator.clipboard.writeText(text).catch(() => undefined);
