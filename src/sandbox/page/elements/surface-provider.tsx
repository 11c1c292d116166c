import { type ReactNode, useRef, useState } from "react";
import type { ActionPlace, BlockJson, StateValues } from "../../page-protocol.ts";
import { collectState, type FormContext, withValue } from "../state/form.ts";
import { conversationOnScreen, useWorkspace } from "../workspace/workspace-context.ts";
import { type Surface, SurfaceContext } from "./surface.ts";

export type SurfaceProps = {
  readonly place: ActionPlace;
  readonly blocks: readonly BlockJson[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly children: ReactNode | ((read: () => StateValues) => ReactNode);
};

/** Holds what is typed on one message or view; values stay as long as their block ids do. */
export function SurfaceProvider({ place, blocks, errors = {}, children }: SurfaceProps): ReactNode {
  const { act, route } = useWorkspace();
  const [typed, setTyped] = useState<StateValues>({});
  const newest = useRef(typed);
  const opened = useRef<FormContext>({ currentConversationId: conversationOnScreen(route) });
  const read = () => collectState(blocks, newest.current, opened.current);

  const setValue: Surface["setValue"] = (where, value) => {
    newest.current = withValue(newest.current, where, value);
    setTyped(newest.current);
  };
  const dispatch: Surface["dispatch"] = async (action, changed) => {
    if (changed !== null) setValue({ blockId: action.block_id, actionId: action.action_id }, changed);
    await act({ type: "block_action", place, action, state: read() });
  };

  return (
    <SurfaceContext value={{ place, typed, setValue, dispatch, errors }}>
      {typeof children === "function" ? children(read) : children}
    </SurfaceContext>
  );
}
