/** What a person reads of a message, line by line: its texts in the order of the blocks, without marks of buttons. */
export function blockText(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(blockText);
  if (typeof part !== "object" || part === null) return [];
  const own = "text" in part && typeof part.text === "string" ? part.text.split("\n") : [];
  const inside = Object.entries(part).filter(([name]) => name !== "value" && name !== "confirm");
  return [...own, ...inside.flatMap(([, value]) => (typeof value === "object" ? blockText(value) : []))];
}
