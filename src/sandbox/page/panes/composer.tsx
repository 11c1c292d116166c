import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { MenuButton } from "../elements/menu-button.tsx";
import { draftKey, useDraft } from "../shell/drafts.tsx";
import { SendIcon, ZapIcon } from "../shell/icons.tsx";
import {
  type Completion,
  commandBeingWritten,
  completionsAt,
  readDraft,
  type Vocabulary,
} from "../state/composer.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { CompletionList } from "./completion-list.tsx";

type Props = { readonly conversationId: string; readonly threadTs: string | null; readonly label: string };

/** Where a message or command is written. Enter sends, Shift+Enter starts a line, Tab takes the completion. */
export function Composer({ conversationId, threadTs, label }: Props): ReactNode {
  const { snapshot, me } = useWorkspace();
  const [text, setText] = useDraft(draftKey(me.id, conversationId, threadTs));
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const vocabulary: Vocabulary = {
    commands: snapshot.workspace.commands,
    people: snapshot.people,
    channels: snapshot.conversations,
  };
  const completions = isDismissed ? [] : completionsAt(text, caret, vocabulary);
  const command = commandBeingWritten(text, vocabulary);
  const send = useSend({ conversationId, threadTs, vocabulary });

  const change = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    setActive(0);
    setDismissed(false);
  };
  const take = ({ insert, from, to }: Completion) => {
    change(text.slice(0, from) + insert + text.slice(to), from + insert.length);
    field.current?.focus();
  };
  const submit = async () => {
    change("", 0);
    const isGone = await send(text);
    // What could not be sent comes back, unless something new was typed meanwhile.
    if (!isGone && field.current?.value === "") change(text, text.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = completions[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const completes = event.key === "Tab" || (event.key === "Enter" && !isWholeWord(text, chosen));
    if (step !== undefined && chosen !== undefined)
      setActive((active + step + completions.length) % completions.length);
    else if (event.key === "Escape" && chosen !== undefined) setDismissed(true);
    else if (completes && chosen !== undefined && !event.shiftKey) take(chosen);
    else if (event.key === "Enter" && !event.shiftKey) void submit();
    else return;
    event.preventDefault();
  };
  return (
    <div className="composer">
      <CompletionList
        id={listId}
        completions={completions}
        active={active}
        hint={command === null ? null : `${command.command} ${command.usageHint} – ${command.description}`}
        onTake={take}
      />
      <div className="composer-box">
        <textarea
          ref={field}
          data-composer
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={completions.length > 0 ? listId : undefined}
          aria-activedescendant={completions.length > 0 ? `${listId}-${active}` : undefined}
          placeholder={threadTs === null ? `${label} or type /` : "Reply…"}
          rows={1}
          value={text}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <Shortcuts />
        <button
          type="button"
          className="send"
          aria-label="Send"
          title="Send (Enter)"
          disabled={text.trim() === ""}
          onClick={() => void submit()}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}

/** Enter on a command that is already written out sends it instead of adding a space to it. */
const isWholeWord = (text: string, chosen: Completion | undefined) =>
  chosen !== undefined && text.slice(chosen.from) === chosen.insert.trimEnd();

function useSend({
  conversationId,
  threadTs,
  vocabulary,
}: Omit<Props, "label"> & { vocabulary: Vocabulary }) {
  const { act, notify } = useWorkspace();
  /** Whether the text is gone: sent, or on its way. */
  return async (text: string): Promise<boolean> => {
    const draft = readDraft(text, vocabulary);
    if (draft.kind === "empty") return false;
    if (draft.kind === "message")
      return (await act({ type: "post_message", conversationId, text: draft.text, threadTs })).ok;
    if (draft.kind === "unknown_command") {
      notify(`${draft.command} is not a command here. Type / to see the commands.`);
      return false;
    }
    if (threadTs !== null) {
      notify("Slack takes no commands in threads. Type it in the conversation.");
      return false;
    }
    void act({ type: "slash_command", conversationId, command: draft.command, text: draft.text });
    return true;
  };
}

function Shortcuts(): ReactNode {
  const { snapshot, act } = useWorkspace();
  const global = snapshot.workspace.shortcuts.filter(({ scope }) => scope === "global");
  if (global.length === 0) return null;
  const items = global.map(({ callbackId, name }) => ({
    label: name,
    onChoose: () => void act({ type: "shortcut", callbackId, message: null }),
  }));
  return <MenuButton label="Shortcuts" icon={<ZapIcon />} items={items} />;
}
