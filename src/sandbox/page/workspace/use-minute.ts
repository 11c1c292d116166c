import { useEffect, useState } from "react";

/** Draws the component again each time the wall clock starts a new minute. */
export function useMinute(): void {
  const [, setMinute] = useState(0);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      timer = window.setTimeout(
        () => {
          setMinute(Date.now());
          wait();
        },
        60_000 - (Date.now() % 60_000),
      );
    };
    wait();
    return () => window.clearTimeout(timer);
  }, []);
}
