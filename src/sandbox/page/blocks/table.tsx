import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { isJson, type Json, listIn, stringIn } from "../state/block-fields.ts";
import { CellContent, isNumber } from "./cell.tsx";

/** Rows of a table block, of which the first names the columns. */
export function rowsOf(block: BlockJson): readonly (readonly Json[])[] {
  const rows = block.rows;
  if (!Array.isArray(rows)) return [];
  return rows.filter((row) => Array.isArray(row)).map((row) => row.filter(isJson));
}

export function TableBlock({ block }: { block: BlockJson }): ReactNode {
  const [head = [], ...body] = rowsOf(block);
  const settings = listIn(block, "column_settings");
  const align = (place: number, cell: Json) =>
    stringIn(settings[place] ?? {}, "align") ?? (isNumber(cell) ? "right" : "left");
  return (
    <section className="block-table" aria-label="Table" tabIndex={-1}>
      <table>
        <thead>
          <tr>
            {head.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={place} scope="col" className={`align-${align(place, body[0]?.[place] ?? cell)}`}>
                <CellContent cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={line}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className={`align-${align(place, cell)}`}>
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
