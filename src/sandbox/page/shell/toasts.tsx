import { type ReactNode, useRef, useState } from "react";

export type Toast = { readonly id: number; readonly sentence: string };

const SHOWN_MS = 9000;

export function useToasts(): {
  readonly toasts: readonly Toast[];
  readonly notify: (sentence: string) => void;
} {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const notify = (sentence: string) => {
    count.current += 1;
    const id = count.current;
    setToasts((shown) => [...shown.slice(-2), { id, sentence }]);
    window.setTimeout(() => setToasts((shown) => shown.filter((toast) => toast.id !== id)), SHOWN_MS);
  };
  return { toasts, notify };
}

/** Sentences at the edge of the page that go by themselves; read out at once. */
export function Toasts({ toasts }: { toasts: readonly Toast[] }): ReactNode {
  return (
    <div className="toasts" role="alert" data-testid="toasts" popover="manual" ref={keepOnTop}>
      {toasts.map(({ id, sentence }) => (
        <p key={id}>{sentence}</p>
      ))}
    </div>
  );
}

/** Above open dialogs too, which only another top-layer element can be. */
function keepOnTop(element: HTMLDivElement | null): void {
  if (element === null) return;
  if (element.matches(":popover-open")) element.hidePopover();
  if (element.childElementCount > 0) element.showPopover();
}
