import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { blockIn, type Json, listIn, stringIn, wordsIn } from "../state/block-fields.ts";
import { SafeLink } from "../text/mrkdwn.tsx";
import { LibraryBlock } from "./library-block.tsx";

const STATES: Readonly<Record<string, readonly [sign: string, words: string]>> = {
  pending: ["○", "Not started"],
  in_progress: ["◐", "In progress"],
  complete: ["✓", "Done"],
  error: ["!", "Failed"],
};

/** A step of the app's work: its state, and behind its title what it found. */
export function TaskCardBlock({ block }: { block: BlockJson }): ReactNode {
  return (
    <div className="block-card">
      <Task task={block} />
    </div>
  );
}

/** Several steps under one title. */
export function PlanBlock({ block }: { block: BlockJson }): ReactNode {
  return (
    <div className="block-card">
      <p className="block-card-title">{wordsIn(block, "title")}</p>
      <ul className="tasks">
        {listIn(block, "tasks").map((task, place) => (
          <li key={stringIn(task, "task_id") ?? place}>
            <Task task={task} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Task({ task }: { task: Json }): ReactNode {
  const state = stringIn(task, "status") ?? "pending";
  const [sign, words] = STATES[state] ?? ["○", state];
  const head = (
    <>
      <span className={`task-state task-${state}`} aria-hidden="true">
        {sign}
      </span>
      <span className="unseen">{`${words}: `}</span>
      {stringIn(task, "title")}
    </>
  );
  const parts = [blockIn(task, "details"), blockIn(task, "output")].filter((part) => part !== null);
  const sources = listIn(task, "sources");
  if (parts.length + sources.length === 0) return <p className="task">{head}</p>;
  return (
    <details className="task" open={state === "in_progress"}>
      <summary>{head}</summary>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: details come before the output, always
        <LibraryBlock key={place} block={part} />
      ))}
      {sources.map((source) => (
        <p key={stringIn(source, "url")}>
          <SafeLink url={stringIn(source, "url") ?? ""}>{stringIn(source, "text") ?? ""}</SafeLink>
        </p>
      ))}
    </details>
  );
}
