import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import type { ClockTarget } from "../../page-protocol.ts";
import { usePopover } from "../elements/use-popover.ts";
import { instantOnWall, shortMoment, wallClock } from "../state/zoned-time.ts";
import { useMinute } from "../workspace/use-minute.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { ClockIcon } from "./icons.tsx";

/** The bot's time, and ways to move it forward. */
export function ClockControl(): ReactNode {
  useMinute();
  const { me, now } = useWorkspace();
  const { isOpen, toggle, close, box, trigger } = usePopover<HTMLDivElement>("[role=dialog] button");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <div className="clock" ref={box}>
      <button
        type="button"
        ref={trigger}
        className="button clock-button"
        data-clock
        aria-label={`Clock: ${shortMoment(now(), me.timeZone)}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <ClockIcon />
        <span>{shortMoment(now(), me.timeZone)}</span>
      </button>
      {isOpen && (
        <div
          className="popover"
          role="dialog"
          aria-label="Move the clock"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          <ClockChoices onDone={close} />
        </div>
      )}
    </div>
  );
}

function ClockChoices({ onDone }: { onDone: () => void }): ReactNode {
  const { act, me, now, notify } = useWorkspace();
  const [wall, setWall] = useState(() => wallClock(new Date(now().getTime() + 86_400_000), me.timeZone));
  const [isMoving, setMoving] = useState(false);
  const move = async (to: ClockTarget) => {
    setMoving(true);
    const reply = await act({ type: "advance_clock", to });
    setMoving(false);
    if (reply.ok) onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const instant = instantOnWall(wall, me.timeZone);
    if (instant === null) notify("Choose a day and a time first.");
    else void move({ instant: instant.toISOString() });
  };
  const choice = (label: string, detail: string, to: ClockTarget) => (
    <button type="button" className="choice-button" disabled={isMoving} onClick={() => void move(to)}>
      {label}
      <small>{detail}</small>
    </button>
  );
  return (
    <>
      <p className="quiet">
        The bot lives in this time. Move it forward and see what the bot does then; it cannot go back.
      </p>
      {choice("In an hour", "One hour from now", { label: "in_an_hour" })}
      {choice("Tomorrow morning", "9:00 AM, your time: nudges", { label: "tomorrow_morning" })}
      {choice("Next Monday", "9:00 AM, your time: the weekly digest", { label: "next_monday" })}
      <form onSubmit={onSubmit}>
        <label className="label" htmlFor="clock-custom">
          Another time ({me.timeZone})
        </label>
        <div className="row">
          <input
            id="clock-custom"
            className="control"
            type="datetime-local"
            value={wall}
            onChange={(event) => setWall(event.target.value)}
          />
          <button type="submit" className="button button-primary" disabled={isMoving}>
            Move
          </button>
        </div>
      </form>
      {isMoving && <p role="status">Moving the clock; the bot does what is due…</p>}
    </>
  );
}
