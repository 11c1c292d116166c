import type { ReactNode } from "react";
import { type Json, numberIn, stringIn } from "../state/block-fields.ts";
import { LibraryBlock } from "./library-block.tsx";

/** A cell of a table: text, a number with the words to show for it, or rich text. */
export function CellContent({ cell }: { cell: Json }): ReactNode {
  if (cell.type === "rich_text") return <LibraryBlock block={{ ...cell, type: "rich_text" }} />;
  return <>{cellText(cell)}</>;
}

export function cellText(cell: Json): string {
  if (cell.type === "rich_text") return JSON.stringify(cell.elements ?? "");
  return stringIn(cell, "text") ?? String(numberIn(cell, "value") ?? "");
}

export const isNumber = (cell: Json | undefined): boolean => cell?.type === "raw_number";
