/** What a Dockerfile copies out of the folder it is built in, as paths below it; what another stage made is left out. */
export function imageFiles(dockerfile: string): string[] {
  const paths = instructions(dockerfile)
    .map((line) => line.split(/\s+/))
    .filter(([name, flag]) => name === "COPY" && !flag?.startsWith("--from="))
    .flatMap(([, ...words]) => words.filter((word) => !word.startsWith("--")).slice(0, -1));
  return [...new Set(paths)];
}

/** One a line, without comments; a line that ends with \ goes on in the next. */
export const instructions = (dockerfile: string): string[] =>
  dockerfile
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
