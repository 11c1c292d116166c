import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { CrossIcon } from "../shell/icons.tsx";
import type { Choice } from "./options.ts";

export type ComboboxProps = {
  readonly label: string;
  readonly controlId?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly placeholder: string;
  readonly selected: readonly Choice[];
  readonly isMultiple: boolean;
  /** Choices for what was typed. */
  readonly find: (query: string) => Promise<readonly Choice[]>;
  readonly onChange: (selected: readonly Choice[]) => void;
};

/** A text field that finds choices: menus with several answers, and those that ask the app. */
export function Combobox(props: ComboboxProps): ReactNode {
  const { label, controlId, describedBy, isInvalid, placeholder, selected, isMultiple, find, onChange } =
    props;
  const [query, setQuery] = useState<string | null>(null);
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [active, setActive] = useState(0);
  const listId = useId();
  const isOpen = query !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again for what is typed, not for each drawing
  useEffect(() => {
    if (query === null) return;
    let isCurrent = true;
    void find(query).then((choices) => {
      if (!isCurrent) return;
      setFound(choices);
      setActive(0);
    });
    return () => {
      isCurrent = false;
    };
  }, [query]);

  const isChosen = ({ value }: Choice) => selected.some((each) => each.value === value);
  const toggle = (choice: Choice) => {
    const others = selected.filter(({ value }) => value !== choice.value);
    if (!isMultiple) onChange([choice]);
    else onChange(isChosen(choice) ? others : [...others, choice]);
    setQuery(isMultiple ? "" : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = found[active];
    if (step !== undefined && !isOpen) setQuery("");
    else if (step !== undefined) setActive((active + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter" && isOpen && choice !== undefined) toggle(choice);
    else if (event.key === "Escape" && isOpen) setQuery(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const single = isMultiple ? "" : (selected[0]?.label ?? "");
  return (
    <div className="combobox">
      {isMultiple &&
        selected.map((choice) => (
          <button
            type="button"
            className="chip"
            key={choice.value}
            aria-label={`Remove ${choice.label}`}
            onClick={() => onChange(selected.filter((each) => each !== choice))}
          >
            {choice.label}
            <CrossIcon />
          </button>
        ))}
      <input
        id={controlId}
        className="control"
        role="combobox"
        autoComplete="off"
        aria-label={controlId === undefined ? label : undefined}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && found[active] !== undefined ? `${listId}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        placeholder={placeholder}
        value={query ?? single}
        onFocus={() => setQuery("")}
        onBlur={() => setQuery(null)}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label} className="listbox" hidden={!isOpen} tabIndex={-1}>
        {found.length === 0 && <p className="quiet">Nothing found.</p>}
        {found.map((choice, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above handles the keys
          <div
            role="option"
            tabIndex={-1}
            id={`${listId}-${place}`}
            key={choice.value}
            aria-selected={isChosen(choice)}
            className={place === active ? "option active" : "option"}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => toggle(choice)}
          >
            {choice.label}
            {choice.detail !== "" && <small>{choice.detail}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}
