import { z } from "zod";

/**
 * Chosen by the product: licences under which a package may go with ours, to whoever runs it, without our own code having
 * to come under them; they ask for their notice to be kept, which the packages' folders do.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  // What date-holidays says of its table of holidays: to be named, which docs/install-size.md does.
  "CC-BY-3.0",
  "ISC",
  "MIT",
  // Asks for the source of its own files where they were changed; ours are taken as they are.
  "MPL-2.0",
  // Fonts: the file keeps its licence, what is drawn with it has none.
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      link: z.boolean().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
    }),
  ),
});

/** What a lock file says of its packages. */
export type Lock = z.output<typeof lockSchema>;

/** @throws ZodError where the text is no lock file of npm */
export const readLock = (text: string): Lock => lockSchema.parse(JSON.parse(text));

/** Where the packages of production lie: all but those that only development has. */
export const productionPackages = (lock: Lock): string[] =>
  Object.keys(lock.packages).filter((path) => path !== "" && !lock.packages[path]?.dev);

/** A line for each package of production whose licence is not allowed or not stated; none: all are. */
export function licenceFindings(lock: Lock): string[] {
  return productionPackages(lock).flatMap((path) => {
    const { license, version = "" } = lock.packages[path] ?? {};
    const name = `${path.replace(/^.*node_modules\//, "")} ${version}`;
    if (license === undefined) return [`${name}: states no licence`];
    return isAllowed(license) ? [] : [`${name}: ${license} is not allowed`];
  });
}

/** An SPDX expression: of several with OR one has to be allowed, of several with AND all. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/[()]/g, "").trim();
  return bare.split(/\s+OR\s+/).some((part) => part.split(/\s+AND\s+/).every((id) => ALLOWED.has(id)));
}
