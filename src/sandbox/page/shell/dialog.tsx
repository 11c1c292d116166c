import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { CrossIcon } from "./icons.tsx";

export type DialogProps = {
  readonly title: string;
  readonly onDismiss: () => void;
  readonly size?: "small" | "large";
  readonly children: ReactNode;
};

/** A modal dialog: keeps the focus inside, closes with Escape, gives the focus back to where it was. */
export function Dialog({ title, onDismiss, size = "large", children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the effects of what is inside, which put the focus where it belongs there.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onDismiss();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close dialog" onClick={onDismiss}>
          <CrossIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}
