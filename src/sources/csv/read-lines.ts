import { readLineBytes, type TextFile } from "./csv-file.ts";
import { cutLines, type Line, MAX_LINE_BYTES } from "./lines.ts";

export type LineBlock = { readonly lines: readonly Line[]; readonly bytesRead: number };

/** The file's lines in blocks, from the first on. @throws SourceReadError when it cannot be read to its end */
export async function* readLines(file: TextFile): AsyncGenerator<LineBlock> {
  let number = 1;
  for await (const { bytes, bytesRead } of readLineBytes(file, MAX_LINE_BYTES)) {
    const lines = cutLines(bytes, number, file.encoding.name);
    number += lines.length;
    yield { lines, bytesRead };
  }
}
