import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Drafts = {
  readonly texts: Readonly<Record<string, string>>;
  readonly write: (key: string, text: string) => void;
};

const DraftContext = createContext<Drafts>({ texts: {}, write: () => undefined });

/** What was typed and not sent, for each composer of each person, as long as the page is open. */
export function DraftProvider({ children }: { children: ReactNode }): ReactNode {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const drafts = useMemo(
    () => ({
      texts,
      write: (key: string, text: string) => setTexts((before) => ({ ...before, [key]: text })),
    }),
    [texts],
  );
  return <DraftContext value={drafts}>{children}</DraftContext>;
}

export function useDraft(key: string): [string, (text: string) => void] {
  const { texts, write } = useContext(DraftContext);
  return [texts[key] ?? "", (text) => write(key, text)];
}

export const draftKey = (personId: string, conversationId: string, threadTs: string | null): string =>
  [personId, conversationId, threadTs ?? ""].join(" ");
