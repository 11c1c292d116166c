/** The largest id a row can have: PostgreSQL's integer. A larger number is no id, and the database refuses it. */
const LARGEST = 2_147_483_647;

/** Whether a value from outside can be the id of a row. */
export const isRowId = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LARGEST;

/** The id that a text from outside is, in plain digits; null: it is none. */
export function rowIdIn(text: string | undefined): number | null {
  const id = /^[1-9]\d{0,9}$/.test(text ?? "") ? Number(text) : null;
  return isRowId(id) ? id : null;
}
