import { costs } from "./costs.ts";
import { imports } from "./imports.ts";
import { outreach } from "./outreach.ts";
import { value } from "./value/value.ts";

/** Every phrase in English, as an ICU message, by its code. */
export const en = { ...costs, ...imports, ...outreach, ...value } as const;
