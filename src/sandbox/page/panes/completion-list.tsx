import type { ReactNode } from "react";
import type { Completion } from "../state/composer.ts";

type Props = {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly active: number;
  /** How the command that is being written goes on. */
  readonly hint: string | null;
  readonly onTake: (completion: Completion) => void;
};

export function CompletionList({ id, completions, active, hint, onTake }: Props): ReactNode {
  if (completions.length === 0)
    return hint === null ? null : (
      <p className="command-hint" role="status">
        {hint}
      </p>
    );
  return (
    <div className="completions" role="listbox" id={id} aria-label="Completions" tabIndex={-1}>
      {completions.map((completion, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer handles the keys
        <div
          role="option"
          tabIndex={-1}
          key={completion.label}
          id={`${id}-${place}`}
          aria-selected={place === active}
          className={place === active ? "option active" : "option"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
        >
          {completion.label}
          <small>{completion.detail}</small>
        </div>
      ))}
    </div>
  );
}
