import { useState } from "react";
import type { BlockJson, StateValue } from "../../page-protocol.ts";
import { objectIn, stringIn } from "../state/block-fields.ts";
import { initialValue } from "../state/form.ts";
import { conversationOnScreen, useWorkspace } from "../workspace/workspace-context.ts";
import { useConfirm } from "./confirm.tsx";
import { useSurface } from "./surface.ts";

/** What every element gets. `label` names it for screen readers; `labelledBy` wins where a visible label stands. */
export type ElementProps = {
  readonly element: BlockJson;
  readonly blockId: string;
  /** Changes are sent to the app at once (outside of inputs, or with `dispatch_action`). */
  readonly dispatches: boolean;
  readonly label: string;
  readonly controlId?: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
};

export type ElementHandle = {
  /** What the element holds now. */
  readonly value: StateValue;
  /** Holds `value` without telling the app: while someone types. */
  readonly hold: (value: Readonly<Record<string, unknown>>) => void;
  /** Holds `value` and, where the element dispatches, asks the confirmation and tells the app. */
  readonly choose: (value: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly isBusy: boolean;
};

export function useElement({ element, blockId, dispatches }: ElementProps): ElementHandle {
  const surface = useSurface();
  const { route } = useWorkspace();
  const { press, isBusy } = usePress({ element, blockId });
  const actionId = stringIn(element, "action_id") ?? "";
  const context = { currentConversationId: conversationOnScreen(route) };
  const value = surface.typed[blockId]?.[actionId] ??
    initialValue(element, context) ?? { type: element.type };
  const typedAs = (outcome: Readonly<Record<string, unknown>>) => ({ ...outcome, type: element.type });
  return {
    value,
    isBusy,
    hold: (outcome) => surface.setValue({ blockId, actionId }, typedAs(outcome)),
    choose: async (outcome) => {
      if (dispatches) return press(outcome, typedAs(outcome));
      surface.setValue({ blockId, actionId }, typedAs(outcome));
    },
  };
}

export type Press = {
  /** Asks the element's confirmation, then sends the action; `held` is what a stateful element holds from then on. */
  readonly press: (outcome: Readonly<Record<string, unknown>>, held?: StateValue) => Promise<void>;
  readonly isBusy: boolean;
};

export function usePress({ element, blockId }: Pick<ElementProps, "element" | "blockId">): Press {
  const surface = useSurface();
  const confirm = useConfirm();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    press: async (outcome, held) => {
      if (isBusy || !(await confirm(objectIn(element, "confirm")))) return;
      setBusy(true);
      const actionId = stringIn(element, "action_id") ?? "";
      await surface.dispatch(
        { ...outcome, type: element.type, action_id: actionId, block_id: blockId },
        held ?? null,
      );
      setBusy(false);
    },
  };
}
