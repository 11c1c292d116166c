import { type ReactNode, useId, useState } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { type Json, numberIn, stringIn } from "../state/block-fields.ts";
import { CellContent, cellText, isNumber } from "./cell.tsx";
import { type Order, sortRows } from "./sort-rows.ts";
import { rowsOf } from "./table.tsx";

/** As many rows a page as Slack shows where the app names no number. */
const PAGE_SIZE = 5;

/** A table with a caption that can be sorted by its column heads and is shown page by page. */
export function DataTableBlock({ block }: { block: BlockJson }): ReactNode {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const captionId = useId();
  const [head = [], ...body] = rowsOf(block);
  const size = numberIn(block, "page_size") ?? PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const shown = sortRows(body, order).slice(page * size, (page + 1) * size);
  const rowHead = numberIn(block, "row_header_column_index");
  const sortBy = (column: number) =>
    setOrder({ column, isDescending: order?.column === column && !order.isDescending });
  return (
    <section className="block-table" aria-labelledby={captionId} tabIndex={-1}>
      <table>
        <caption id={captionId}>{stringIn(block, "caption")}</caption>
        <thead>
          <tr>
            {head.map((cell, place) => (
              <ColumnHead
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={place}
                name={cellText(cell)}
                isNumeric={isNumber(body[0]?.[place])}
                sort={order?.column === place ? (order.isDescending ? "descending" : "ascending") : "none"}
                onSort={() => sortBy(place)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the page
            <DataRow key={line} row={row} rowHead={rowHead} />
          ))}
        </tbody>
      </table>
      {pages > 1 && <Pager page={page} pages={pages} onPage={setPage} />}
    </section>
  );
}

type HeadProps = {
  readonly name: string;
  readonly isNumeric: boolean;
  readonly sort: "none" | "ascending" | "descending";
  readonly onSort: () => void;
};

function ColumnHead({ name, isNumeric, sort, onSort }: HeadProps): ReactNode {
  const sign = { none: "", ascending: " ↑", descending: " ↓" }[sort];
  return (
    <th scope="col" aria-sort={sort} className={isNumeric ? "align-right" : "align-left"}>
      <button type="button" className="column-head" onClick={onSort}>
        {name}
        <span aria-hidden="true">{sign}</span>
      </button>
    </th>
  );
}

function DataRow({ row, rowHead }: { row: readonly Json[]; rowHead: number | null }): ReactNode {
  return (
    <tr>
      {row.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <DataCell key={place} cell={cell} isRowHead={place === rowHead} />
      ))}
    </tr>
  );
}

function DataCell({ cell, isRowHead }: { cell: Json; isRowHead: boolean }): ReactNode {
  const className = isNumber(cell) ? "align-right" : "align-left";
  const content = <CellContent cell={cell} />;
  if (!isRowHead) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={className}>
      {content}
    </th>
  );
}

type PagerProps = {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
};

function Pager({ page, pages, onPage }: PagerProps): ReactNode {
  return (
    <div className="pager">
      <button type="button" className="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous rows
      </button>
      <span aria-live="polite">
        Page {page + 1} of {pages}
      </span>
      <button type="button" className="button" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        Next rows
      </button>
    </div>
  );
}
