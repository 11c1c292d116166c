/** Numbers as the server packs a column: big-endian, one after another; null where there are no rows. */
export function unpackDoubles(packed: Buffer | null): Float64Array {
  if (packed === null) return new Float64Array();
  // Copied first: typed arrays need an aligned start, and the driver's buffer may begin anywhere.
  return new Float64Array(new Uint8Array(Buffer.from(packed).swap64()).buffer);
}

export function unpackInts(packed: Buffer | null): Int32Array {
  if (packed === null) return new Int32Array();
  return new Int32Array(new Uint8Array(Buffer.from(packed).swap32()).buffer);
}

const CODE_LENGTH = 3;

/** Currencies, three letters each; blank where a row has none. */
export function unpackCurrencies(packed: Buffer | null): string[] {
  const codes = packed?.toString("latin1") ?? "";
  return Array.from({ length: codes.length / CODE_LENGTH }, (_, row) =>
    codes.slice(row * CODE_LENGTH, (row + 1) * CODE_LENGTH).trimEnd(),
  );
}
