import type { Looks } from "./catalogue.ts";
import { table } from "./markdown.ts";

/** How often each test's labels were looked at, and what for. */
export function looksTable(
  looks: Looks,
  experiments: readonly { readonly name: string; readonly title: string }[],
): readonly string[] {
  return table(
    ["data", "looks", "for"],
    experiments.map(({ name, title }) => {
      const own = looks[name] ?? [];
      return [title, total(own), own.map(reason).join("; ") || "not recorded"];
    }),
  );
}

/** "232", "about 232", "more than 232" where some were not counted. */
function total(looks: Looks[string]): string {
  if (looks.length === 0) return "unknown";
  const counted = looks.reduce((sum, { count }) => sum + (count ?? 0), 0);
  if (looks.some(({ count }) => count === null)) return `many: more than ${counted}`;
  return looks.some(({ about }) => about) ? `about ${counted}` : String(counted);
}

function reason({ count, about, for: purpose }: Looks[string][number]): string {
  return `${count === null ? "not counted" : `${about ? "about " : ""}${count}`}: ${purpose}`;
}
