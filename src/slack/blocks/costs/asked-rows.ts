import type { Button } from "@slack/types";
import { type Day, isDay } from "../../../domain/calendar.ts";
import { isOfCustomer, type TracedFigure, tracedFigure } from "../../../domain/costs/trace/traced-figure.ts";
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
};

const NONE = "-";

/** The value of a button. */
export const encodeAskedRows = ({ figure, fromDay, toDay, currency, customerId }: AskedRows): string =>
  [figure, fromDay, toDay, currency ?? NONE, customerId ?? NONE].join(" ");

/** @returns null for a value no button of ours carries */
export function decodeAskedRows(value: string): AskedRows | null {
  const [key = "", fromDay = "", toDay = "", currency = "", customer = "", more] = value.split(" ");
  const figure = tracedFigure(key);
  const areDays = isDay(fromDay) && isDay(toDay) && fromDay <= toDay;
  const isWhose = customer === NONE || (/^[1-9]\d{0,8}$/.test(customer) && figure && isOfCustomer(figure));
  if (figure === null || !areDays || !isWhose || more !== undefined) return null;
  if (currency !== NONE && !isCurrency(currency)) return null;
  return {
    ...{ figure, fromDay, toDay },
    currency: currency === NONE ? null : currency,
    customerId: customer === NONE ? null : Number(customer),
  };
}

/** Show the rows: of one customer's figure, or of everybody's, which managers and operations alone may see. */
export function rowsButton(asked: AskedRows, say: Say, label = "trace.button"): Button {
  const action = asked.customerId === null ? ACTION.figureRows : ACTION.customerRows;
  return button(`${action}:${asked.figure}`, say(label), encodeAskedRows(asked));
}
