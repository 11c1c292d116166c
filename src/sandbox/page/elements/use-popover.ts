import { type RefObject, useEffect, useRef, useState } from "react";

/** What opens beside its button and closes with a press elsewhere. */
export type Popover<Box extends HTMLElement> = {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Closes it and gives the focus back to its button. */
  readonly close: () => void;
  /** Around the button and what opens. */
  readonly box: RefObject<Box | null>;
  readonly trigger: RefObject<HTMLButtonElement | null>;
};

/** @param firstFocus a selector: what has the focus once it is open */
export function usePopover<Box extends HTMLElement>(firstFocus: string): Popover<Box> {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<Box>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>(firstFocus)?.focus();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [isOpen, firstFocus]);
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return { isOpen, toggle: () => setOpen(!isOpen), close, box, trigger };
}
