import { outreach } from "./outreach.ts";

/** Every phrase in English, as an ICU message, by its code. */
export const en = { ...outreach } as const;
