import { costs } from "./costs.ts";
import { imports } from "./imports.ts";
import { outreach } from "./outreach.ts";

/** Every phrase in English, as an ICU message, by its code. */
export const en = { ...costs, ...imports, ...outreach } as const;
