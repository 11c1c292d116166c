import { type PositionOf, plain, plainText } from "./fact-text.ts";
import type { KindMapping, RowCondition } from "./mapping.ts";

type Fields = readonly string[];

/** Whether a row is of the kind that is read. */
export function rowFilter(only: KindMapping["only"], positionOf: PositionOf): (fields: Fields) => boolean {
  const conditions = (only ?? []).map((condition) => holds(condition, positionOf(condition.column)));
  return (fields) => conditions.every((condition) => condition(fields));
}

function holds({ is, is_not, filled, above_zero }: RowCondition, place: number): (fields: Fields) => boolean {
  const wanted = is && new Set(is.map(plain));
  const unwanted = is_not && new Set(is_not.map(plain));
  return (fields) => {
    const text = plain(fields[place] ?? "");
    if (wanted !== undefined && !wanted.has(text)) return false;
    if (unwanted?.has(text)) return false;
    if (filled !== undefined && (text !== "") !== filled) return false;
    return above_zero === undefined || Number(plainText(above_zero, text) ?? 0) > 0;
  };
}

/** Counts rows one after the other with the same value in a column; where no column is named, each is a first. */
export function lineCounter(column: string | undefined, positionOf: PositionOf) {
  const place = column === undefined ? -1 : positionOf(column);
  let above: string | undefined;
  let line = 1;
  return {
    count(fields: Fields): void {
      const value = fields[place];
      line = value !== undefined && value !== "" && value === above ? line + 1 : 1;
      above = value;
    },
    current: () => line,
  };
}

/**
 * Fills what rows that go on with the one above leave empty. Such rows follow each other, so one row is remembered.
 */
export function carryDown(
  carry: KindMapping["carry_down"],
  positionOf: PositionOf,
): (fields: Fields) => Fields {
  if (carry === undefined) return (fields) => fields;
  const by = positionOf(carry.by);
  const carried = new Set(carry.columns.map(positionOf));
  let above: Fields = [];
  return (fields) => {
    const goesOn = fields[by] !== "" && fields[by] === above[by];
    const filled = goesOn
      ? fields.map((text, place) => (text === "" && carried.has(place) ? (above[place] ?? "") : text))
      : fields;
    above = filled;
    return filled;
  };
}
