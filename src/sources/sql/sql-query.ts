/** What stands in a query where the cursor goes. */
const CURSOR = ":cursor";

/** Texts, quoted names and comments are passed over; a "::" is no parameter. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|::|:cursor\b|;|\w+/gi;

export type CheckedQuery =
  | { readonly kind: "query"; readonly sql: string; readonly namesCursor: boolean }
  | { readonly kind: "refused"; readonly because: string };

/**
 * A query as it is put into that of a page: one SELECT without its last semicolon, the cursor as `$1`. The database keeps
 * to reading by itself; this tells whoever wrote something else so before it is asked.
 */
export function checkedQuery(text: string): CheckedQuery {
  const query = text.trim().replace(/(?:;\s*)+$/, "");
  const words: string[] = [];
  let namesCursor = false;
  const sql = query.replace(TOKEN, (token) => {
    if (token === ";" || /^\w/.test(token)) words.push(token.toLowerCase());
    if (token.toLowerCase() !== CURSOR) return token;
    namesCursor = true;
    return "$1";
  });
  if (words.includes(";")) return { kind: "refused", because: "it holds more than one statement" };
  if (words[0] !== "select" && words[0] !== "with")
    return { kind: "refused", because: "it does not begin with SELECT" };
  return { kind: "query", sql, namesCursor };
}

/** A name as SQL takes it, whatever it holds. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
