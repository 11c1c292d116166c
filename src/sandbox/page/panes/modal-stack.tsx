import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { OpenView, StateValues } from "../../page-protocol.ts";
import { BlockList } from "../blocks/block-list.tsx";
import { SurfaceProvider } from "../elements/surface-provider.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { clientErrors } from "../state/form.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** The modals of the acting person. Those below the top keep what was typed in them. */
export function ModalStack(): ReactNode {
  const { snapshot, me, act } = useWorkspace();
  const stack = snapshot.modals[me.id] ?? [];
  const top = stack.at(-1);
  if (top === undefined) return null;
  return (
    <Dialog title={top.title} onDismiss={() => void act({ type: "close_view", viewId: top.id, all: true })}>
      {stack.map((view) => (
        <div key={view.id} hidden={view !== top} className="modal-view">
          <ModalForm view={view} isTop={view === top} />
        </div>
      ))}
    </Dialog>
  );
}

function ModalForm({ view, isTop }: { view: OpenView; isTop: boolean }): ReactNode {
  const { act } = useWorkspace();
  const [ownErrors, setOwnErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const errors = { ...view.errors, ...ownErrors };
  const form = useRef<HTMLFormElement>(null);
  useFocus(form, isTop, Object.keys(errors).join(" "));

  const submit = async (state: StateValues) => {
    const problems = clientErrors(view.blocks, state);
    setOwnErrors(problems);
    if (Object.keys(problems).length > 0 || isSending) return;
    setSending(true);
    await act({ type: "submit_view", viewId: view.id, state });
    setSending(false);
  };
  return (
    <SurfaceProvider place={{ kind: "view", viewId: view.id }} blocks={view.blocks} errors={errors}>
      {(read) => (
        <form
          ref={form}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (view.submit !== null) void submit(read());
          }}
        >
          <div className="dialog-body blocks">
            <BlockList blocks={view.blocks} />
          </div>
          {view.failure !== null && (
            <p className="failure" role="alert">
              {view.failure}
            </p>
          )}
          <footer className="dialog-footer">
            <button
              type="button"
              className="button"
              onClick={() => void act({ type: "close_view", viewId: view.id, all: false })}
            >
              {view.close ?? "Cancel"}
            </button>
            {view.submit !== null && (
              <button
                type="submit"
                className="button button-primary"
                disabled={view.isSubmitting || isSending}
                aria-busy={view.isSubmitting || isSending}
              >
                {view.submit}
              </button>
            )}
          </footer>
        </form>
      )}
    </SurfaceProvider>
  );
}

/** The first field when a form comes up, the first wrong one when it is refused. */
function useFocus(form: RefObject<HTMLFormElement | null>, isTop: boolean, wrong: string): void {
  useEffect(() => {
    if (!isTop) return;
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    const target = wrong === "" ? null : (invalid?.querySelector<HTMLElement>("input") ?? invalid);
    const first = form.current?.querySelector<HTMLElement>(".dialog-body :is(input, select, textarea)");
    (target ?? first ?? form.current?.querySelector<HTMLElement>(".dialog-footer button"))?.focus();
  }, [form, isTop, wrong]);
}
