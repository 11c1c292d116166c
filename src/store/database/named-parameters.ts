/** What may hide a colon that begins no parameter: texts, quoted names, comments, casts and assignments. */
const HIDING = [
  String.raw`[eE]'(?:[^'\\]|\\.|'')*'`,
  "'(?:[^']|'')*'",
  '"(?:[^"]|"")*"',
  "--[^\\n]*",
  String.raw`/\*[\s\S]*?\*/`,
  String.raw`\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$`,
  "::",
  ":=",
];
/** After a name, a number or a closing bracket a colon stands in a slice: `list[first:last]`. */
const PARAMETER = String.raw`(?<![\w\])"]):(?<name>[A-Za-z_]\w*)`;
const POSITIONAL = String.raw`\$(?<position>\d+)`;
const TOKENS = new RegExp([...HIDING, PARAMETER, POSITIONAL].join("|"), "g");

/**
 * A statement with `:named` parameters as PostgreSQL wants it: each becomes `$1`, `$2`, … by its place in `names`.
 * @throws Error where the text and `names` do not agree, or where the text numbers parameters itself
 */
export function numberedParameters(sql: string, names: readonly string[]): string {
  const used = new Set<string>();
  const numbered = sql.replace(TOKENS, (token, ...rest) => {
    const { name, position } = rest.at(-1) as { name?: string; position?: string };
    if (position !== undefined) throw new Error(`${token} has to be a named parameter`);
    if (name === undefined) return token;
    const place = names.indexOf(name);
    if (place < 0) throw new Error(`the parameter :${name} is not declared`);
    used.add(name);
    return `$${place + 1}`;
  });
  const unused = names.filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`nothing uses the parameter :${unused.join(", :")}`);
  return numbered;
}

/** A numbered statement with each parameter as SQL in its place, for commands that take no parameters. */
export function writtenParameters(numbered: string, written: readonly string[]): string {
  return numbered.replace(TOKENS, (token, ...rest) => {
    const { position } = rest.at(-1) as { position?: string };
    return position === undefined ? token : (written[Number(position) - 1] ?? token);
  });
}
