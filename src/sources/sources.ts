import type { PullableSource } from "./pull/systems.ts";
import { sqlSource } from "./sql/sql-source.ts";

/** The systems that can be pulled from; one more is a line here. */
const ALL: readonly PullableSource[] = [sqlSource];

export const SOURCES: Readonly<Record<string, PullableSource>> = Object.fromEntries(
  ALL.map((source) => [source.name, source]),
);
