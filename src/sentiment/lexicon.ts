/** Values by word or phrase, of tables that are written as text. A later table means it where two name one. */
export function lexiconOf(
  tables: ReadonlyArray<readonly [value: number, words: string]>,
  separator: RegExp,
): Map<string, number> {
  const lexicon = new Map<string, number>();
  for (const [value, words] of tables) {
    for (const word of words.trim().split(separator)) lexicon.set(word.replace(/\s+/g, " "), value);
  }
  return lexicon;
}
