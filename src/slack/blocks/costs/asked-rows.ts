import type { Button } from "@slack/types";
import { type Day, isDay } from "../../../domain/calendar.ts";
import {
  isOfCustomer,
  isOfRow,
  type TracedFigure,
  tracedFigure,
} from "../../../domain/costs/trace/traced-figure.ts";
import { ROW_DIMENSIONS, type RowGroup } from "../../../domain/figures/trace/row-group.ts";
import { isCurrency } from "../../../domain/money.ts";
import type { Say } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { button } from "../elements.ts";

/** Whose figure's rows, in days that do not move. */
export type AskedRows = {
  readonly figure: TracedFigure;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Null: the one that most customers have. */
  readonly currency: string | null;
  /** Null: everybody's. */
  readonly customerId: number | null;
  /** The row of the cost report; null: not one alone. */
  readonly group: RowGroup | null;
};

const NONE = "-";
const NOBODY = "nobody";

/** The value of a button, or of a choice. The key of a row, in which anything may stand, comes last. */
export const encodeAskedRows = ({ figure, fromDay, toDay, currency, ...whose }: AskedRows): string =>
  [figure, fromDay, toDay, currency ?? NONE, encodeWhose(whose)].join(" ");

function encodeWhose({ customerId, group }: Pick<AskedRows, "customerId" | "group">): string {
  if (group === null) return String(customerId ?? NONE);
  return group.by === "nobody" ? NOBODY : `${group.by}:${group.key}`;
}

/** @returns null for a value no button of ours carries */
export function decodeAskedRows(value: string): AskedRows | null {
  const [key = "", fromDay = "", toDay = "", currency = "", ...rest] = value.split(" ");
  const figure = tracedFigure(key);
  const areDays = isDay(fromDay) && isDay(toDay) && fromDay <= toDay;
  const whose = figure && decodeWhose(rest.join(" "), figure);
  if (figure === null || !areDays || whose === null) return null;
  if (currency !== NONE && !isCurrency(currency)) return null;
  return { ...{ figure, fromDay, toDay }, currency: currency === NONE ? null : currency, ...whose };
}

type Whose = Pick<AskedRows, "customerId" | "group">;

function decodeWhose(whose: string, figure: TracedFigure): Whose | null {
  if (whose === NONE) return { customerId: null, group: null };
  if (/^[1-9]\d{0,8}$/.test(whose))
    return isOfCustomer(figure) ? { customerId: Number(whose), group: null } : null;
  const group = decodeGroup(whose);
  return group !== null && isOfRow(figure, group) ? { customerId: null, group } : null;
}

function decodeGroup(whose: string): RowGroup | null {
  if (whose === NOBODY) return { by: "nobody" };
  const by = ROW_DIMENSIONS.find((dimension) => whose.startsWith(`${dimension}:`));
  return by === undefined ? null : { by, key: whose.slice(by.length + 1) };
}

/** What a button asks for; left out is everybody's, and no row alone. */
type AskedByButton = Omit<AskedRows, "group"> & Partial<Pick<AskedRows, "group">>;

/** Show the rows: of one customer's figure, or of everybody's, which managers and operations alone may see. */
export function rowsButton(asked: AskedByButton, say: Say, label = "trace.button"): Button {
  const action = asked.customerId === null ? ACTION.figureRows : ACTION.customerRows;
  return button(`${action}:${asked.figure}`, say(label), encodeAskedRows({ group: null, ...asked }));
}
