import type { ReactNode } from "react";
import { describePerson, kindLabel } from "../state/people.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { Avatar } from "./avatar.tsx";
import { ChevronIcon } from "./icons.tsx";

/** Who sits at this page. */
export function ActAs({ onActAs }: { onActAs: (personId: string) => void }): ReactNode {
  const { snapshot, me } = useWorkspace();
  const people = snapshot.people.filter(({ isBot }) => !isBot);
  const tag = kindLabel(me) ?? me.roleLabel;
  return (
    <section className="act-as" aria-label="Acting person">
      <Avatar person={me} size={40} />
      <div>
        <label htmlFor="act-as">Act as</label>
        {tag !== null && <span className="tag">{tag}</span>}
        <span className="act-as-name" aria-hidden="true">
          <span>{me.realName}</span>
          <ChevronIcon />
        </span>
        {/* Lies over all of it, unseen: its own text would say the role twice and be cut off. */}
        <select id="act-as" value={me.id} onChange={(event) => onActAs(event.target.value)}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {[person.realName, describePerson(person)].filter((part) => part !== "").join(" – ")}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
