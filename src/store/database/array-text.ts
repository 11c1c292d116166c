/**
 * A list of texts or numbers as PostgreSQL reads it ("{1,NULL}"): what the driver means, with one look at each value.
 * @returns the list itself where something else is in it, which the driver knows how to write
 */
export function asArrayText(values: readonly unknown[]): string | readonly unknown[] {
  let text = "";
  for (const value of values) {
    const written = elementText(value);
    if (written === null) return values;
    text += text === "" ? written : `,${written}`;
  }
  return `{${text}}`;
}

function elementText(value: unknown): string | null {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return String(value);
  return value === null ? "NULL" : null;
}

const TO_ESCAPE = /["\\]/;

const quoted = (text: string) => `"${TO_ESCAPE.test(text) ? text.replace(/["\\]/g, "\\$&") : text}"`;
