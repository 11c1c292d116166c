import { type ReactNode, useEffect, useRef, useState } from "react";

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
  const box = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  useEffect(() => showOnTop(box.current, newest !== undefined), [newest]);
  return (
    <div className="toasts" role="alert" data-testid="toasts" popover="manual" ref={box}>
      {toasts.map(({ id, sentence }) => (
        <p key={id}>{sentence}</p>
      ))}
    </div>
  );
}

/** Above open dialogs too: what enters the browser's top layer last is the highest. */
function showOnTop(box: HTMLDivElement | null, hasToasts: boolean): void {
  if (box?.matches(":popover-open")) box.hidePopover();
  if (hasToasts) box?.showPopover();
}
