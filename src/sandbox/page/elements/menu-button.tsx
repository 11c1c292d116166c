import { type KeyboardEvent, type ReactNode, useId } from "react";
import { usePopover } from "./use-popover.ts";

export type MenuItem = { readonly label: string; readonly detail?: string; readonly onChoose: () => void };

export type MenuButtonProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
};

/** A button that opens a menu; arrow keys move, Escape closes, a click elsewhere too. */
export function MenuButton({ label, icon, items, className = "icon-button" }: MenuButtonProps): ReactNode {
  const { isOpen, toggle, close, box, trigger } = usePopover<HTMLSpanElement>("[role=menuitem]");
  const menuId = useId();

  const onKeyDown = (event: KeyboardEvent) => {
    const choices = [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const place =
      document.activeElement instanceof HTMLElement ? choices.indexOf(document.activeElement) : -1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    else if (step !== undefined) choices.at((place + step) % choices.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="menu-box" ref={box}>
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        title={label}
        onClick={toggle}
      >
        {icon}
      </button>
      {isOpen && (
        <div role="menu" id={menuId} aria-label={label} className="menu" tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item, place) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={`${item.label}${String(place)}`}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
              {item.detail !== undefined && <small>{item.detail}</small>}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
