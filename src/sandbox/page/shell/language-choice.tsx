import type { ReactNode } from "react";
import { languagesFor } from "../state/languages.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** The acting person's language, as in Slack's preferences: what the bot says to them is in it from the next message on. */
export function LanguageChoice(): ReactNode {
  const { me, act } = useWorkspace();
  return (
    <p className="language-choice">
      <label htmlFor="language">Language</label>
      <select
        id="language"
        value={me.locale}
        onChange={(event) => void act({ type: "set_language", locale: event.target.value })}
      >
        {languagesFor(me.locale).map(([locale, name]) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
