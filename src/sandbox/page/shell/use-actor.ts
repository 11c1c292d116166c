import { useState } from "react";
import type { Person, Snapshot } from "../../page-protocol.ts";

const STORED = "mainstay-acting-as";

/** The person this tab acts as: kept by the tab, so that two tabs may act as two people. */
export function useActor(snapshot: Snapshot | null): [Person | null, (personId: string) => void] {
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(STORED));
  const people = snapshot?.people.filter(({ isBot }) => !isBot) ?? [];
  const find = (id: string | null | undefined) => people.find((person) => person.id === id);
  const me = find(chosen) ?? find(snapshot?.actingAs) ?? people[0] ?? null;
  return [
    me,
    (personId) => {
      sessionStorage.setItem(STORED, personId);
      setChosen(personId);
    },
  ];
}
