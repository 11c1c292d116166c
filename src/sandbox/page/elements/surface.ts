import { createContext, useContext } from "react";
import type { ActionJson, ActionPlace, StateValue, StateValues } from "../../page-protocol.ts";
import type { ElementPlace } from "../state/form.ts";

/** The message or view on which blocks stand: what was typed there, and how to tell the app. */
export type Surface = {
  readonly place: ActionPlace;
  readonly typed: StateValues;
  readonly setValue: (place: ElementPlace, value: StateValue) => void;
  /** Sends a block action with all inputs as they stand; `changed` is the value just chosen. */
  readonly dispatch: (action: ActionJson, changed: StateValue | null) => Promise<void>;
  /** Block id → what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
};

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error("A block stands outside of a message or view.");
  return surface;
}
