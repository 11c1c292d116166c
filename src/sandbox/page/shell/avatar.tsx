import type { ReactNode } from "react";
import type { Person } from "../../page-protocol.ts";

/** Initials on a colour of the person's own; says nothing to a screen reader, because the name stands beside it. */
export function Avatar({ person, size = 36 }: { person: Person | null; size?: number }): ReactNode {
  const tint =
    person === null ? 0 : [...person.id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
  return (
    <span
      className={`avatar tint-${tint % 6}${person?.isBot ? " avatar-app" : ""}`}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {person?.initials ?? "S"}
    </span>
  );
}
