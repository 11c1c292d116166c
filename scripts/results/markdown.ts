import type { Spread } from "./measurement.ts";

const LINE_WIDTH = 120;

/** Words broken into lines of at most 120 characters, as they would be typed. */
export function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && longer.length <= LINE_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** Lines of a Markdown table. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}

/** "0.8502 (0.8501–0.8504)"; one figure where all seeds agree to the last digit shown. */
export function spread(figure: Spread | null, places = 4): string {
  if (figure === null) return "n/a";
  const [mean, lowest, highest] = [figure.mean, figure.lowest, figure.highest].map((value) =>
    value.toFixed(places),
  );
  return lowest === highest ? `${mean}` : `${mean} (${lowest}–${highest})`;
}

export const digits = (value: number | null, places = 4): string => value?.toFixed(places) ?? "–";
