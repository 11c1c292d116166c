import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { Dialog } from "../shell/dialog.tsx";
import { type Json, stringIn, textIn, wordsIn } from "../state/block-fields.ts";
import { TextBlock } from "../text/mrkdwn.tsx";

type Ask = (confirm: Json | null) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(true));

/** Asks a Block Kit confirmation object; without one the answer is yes. */
export const useConfirm = (): Ask => useContext(ConfirmContext);

type Question = { readonly confirm: Json; readonly answer: (isAgreed: boolean) => void };

export function ConfirmProvider({ children }: { children: ReactNode }): ReactNode {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useRef<Ask>((confirm) =>
    confirm === null
      ? Promise.resolve(true)
      : new Promise((resolve) => setQuestion({ confirm, answer: resolve })),
  );
  const settle = (isAgreed: boolean) => {
    question?.answer(isAgreed);
    setQuestion(null);
  };
  return (
    <ConfirmContext value={ask.current}>
      {children}
      {question !== null && <ConfirmDialog confirm={question.confirm} settle={settle} />}
    </ConfirmContext>
  );
}

function ConfirmDialog({ confirm, settle }: { confirm: Json; settle: (isAgreed: boolean) => void }) {
  const text = textIn(confirm, "text");
  const isDanger = stringIn(confirm, "style") === "danger";
  return (
    <Dialog title={wordsIn(confirm, "title") || "Are you sure?"} onDismiss={() => settle(false)} size="small">
      <div className="dialog-body">{text !== null && <TextBlock text={text} />}</div>
      <footer className="dialog-footer">
        <button type="button" className="button" onClick={() => settle(false)}>
          {wordsIn(confirm, "deny") || "Cancel"}
        </button>
        <button
          type="button"
          className={`button ${isDanger ? "button-danger" : "button-primary"}`}
          onClick={() => settle(true)}
        >
          {wordsIn(confirm, "confirm") || "Yes"}
        </button>
      </footer>
    </Dialog>
  );
}
