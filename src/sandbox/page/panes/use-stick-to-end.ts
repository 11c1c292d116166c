import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** This near to the end counts as being there. */
const NEAR_PX = 60;

/** Keeps the newest message in view, from its first line on, until someone scrolls up. */
export function useStickToEnd() {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    sticks.current = true;
    if (scroller.current !== null) showNewest(scroller.current);
  };
  useLayoutEffect(toEnd, []);
  useEffect(() => {
    const box = scroller.current;
    let lastTop = box?.scrollTop ?? 0;
    let isAtBottom = box !== null && distanceToEnd(box) < NEAR_PX;
    let shown = newestIn(box)?.dataset.ts;
    const grown = new ResizeObserver(() => {
      if (!sticks.current || box === null) return;
      const newest = newestIn(box)?.dataset.ts;
      // Someone who reads the end of a long message stays there when its buttons turn into words.
      if (newest === shown && isAtBottom) box.scrollTo({ top: box.scrollHeight });
      else if (newest !== shown) showNewest(box);
      shown = newest;
    });
    const scrolled = () => {
      if (box === null) return;
      isAtBottom = distanceToEnd(box) < NEAR_PX;
      // Growing content is no wish to stay where one was: only going up is.
      if (isAtBottom || box.scrollTop < lastTop) sticks.current = isAtBottom;
      lastTop = box.scrollTop;
      setAtEnd(sticks.current);
    };
    if (content.current !== null) grown.observe(content.current);
    if (box !== null) grown.observe(box);
    box?.addEventListener("scroll", scrolled);
    return () => {
      grown.disconnect();
      box?.removeEventListener("scroll", scrolled);
    };
  }, []);
  return { scroller, content, isAtEnd, toEnd };
}

const distanceToEnd = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight;

const newestIn = (box: HTMLElement | null) =>
  box === null ? undefined : [...box.querySelectorAll<HTMLElement>("article[data-ts]")].at(-1);

/** To the end; a message that is taller than the box starts at its top. */
function showNewest(box: HTMLElement): void {
  const newest = newestIn(box);
  const above = newest === undefined ? Number.POSITIVE_INFINITY : offsetIn(box, newest);
  // Browsers may return a promise from scrollTo, which React would take for a cleanup.
  void box.scrollTo({ top: Math.min(above, box.scrollHeight) });
}

const offsetIn = (box: HTMLElement, inner: HTMLElement) =>
  inner.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
