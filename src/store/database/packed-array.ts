import { float8, int4, int8, type Kind } from "./column-kinds.ts";

type Form = {
  /** Of its values, in `pg_type`. */
  readonly oid: number;
  readonly bytes: number;
  write(view: DataView, at: number, value: number): void;
};

const TWO_TO_32 = 2 ** 32;
const FORMS = new Map<Kind<number>, Form>([
  [int4, { oid: 23, bytes: 4, write: (view, at, value) => view.setInt32(at, value) }],
  [float8, { oid: 701, bytes: 8, write: (view, at, value) => view.setFloat64(at, value) }],
  [int8, { oid: 20, bytes: 8, write: writeInt8 }],
]);

/** @param value an exact integer */
export function writeInt8(view: DataView, at: number, value: number): void {
  view.setInt32(at, Math.floor(value / TWO_TO_32));
  view.setUint32(at + 4, value >>> 0);
}

/**
 * A list of numbers, null among them, as PostgreSQL keeps it: it reads them in half the time of text, which counts in lists
 * of thousands. The statement has to name the very type (`:ids::int[]`).
 * @param kind int4, int8 or float8
 */
export function packedArrayOf(kind: Kind<number>): Kind<ReadonlyArray<number | null>> {
  const form = FORMS.get(kind);
  if (form === undefined) throw new Error(`Lists of ${kind.types[0]} cannot be packed.`);
  return { types: [`_${kind.types[0]}`], nullable: false, encode: (values) => packed(values, form) };
}

const DIMENSIONS = 1;
const FIRST_PLACE = 1;
const HEAD_BYTES = 5 * 4;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/** As `array_recv` reads it: a head of five numbers, then each value behind its length. */
function packed(values: ReadonlyArray<number | null>, { oid, bytes, write }: Form): Buffer {
  const list = Buffer.alloc(HEAD_BYTES + values.length * (LENGTH_BYTES + bytes));
  const view = new DataView(list.buffer, list.byteOffset, list.length);
  for (const [place, each] of [DIMENSIONS, 1, oid, values.length, FIRST_PLACE].entries()) {
    view.setInt32(place * 4, each);
  }
  let at = HEAD_BYTES;
  for (const value of values) {
    view.setInt32(at, value === null ? NULL_LENGTH : bytes);
    at += LENGTH_BYTES;
    if (value === null) continue;
    write(view, at, value);
    at += bytes;
  }
  return list.subarray(0, at);
}
