import { MAPPING, type Mapping, type WrittenMapping } from "./mapping.ts";

/** A mapping for an export whose columns are known. */
export type ReadyMapping = {
  /** As `import list` and `--map` call it. */
  readonly name: string;
  /** A file with all of these columns is this export. */
  readonly recognisedBy: readonly string[];
  readonly mapping: Mapping;
};

/** @throws ZodError where the mapping is none */
export const readyMapping = (
  name: string,
  recognisedBy: readonly string[],
  mapping: WrittenMapping,
): ReadyMapping => ({ name, recognisedBy, mapping: MAPPING.parse(mapping) });
