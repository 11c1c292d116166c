import { z } from "zod";
import { phrase } from "../../domain/phrase.ts";
import { optionalText } from "./column-kinds.ts";
import { quoted, reject } from "./reject.ts";

/** An e-mail address in lower case; empty is null. */
export function optionalEmail(column: string) {
  return optionalText(254)(column).transform((text, context) => {
    if (text === null || /^[^\s@]+@[^\s@]+$/.test(text)) return text?.toLowerCase() ?? null;
    return reject(context, "bad_email", phrase("rejected.email-address", { column, value: quoted(text) }));
  });
}

/** An address of a web page (http or https); empty is null. */
export function optionalUrl(column: string) {
  return optionalText(2_000)(column).transform((text, context) => {
    if (text === null || isWebAddress(text)) return text;
    return reject(context, "bad_url", phrase("rejected.url", { column, value: quoted(text) }));
  });
}

const isWebAddress = (text: string) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

const BIRTHDAY = /^(?:19|20)\d\d-\d\d-\d\d$/;

/** A day like 1985-03-31, from 1900 on: people are older than what else a file tells of. Empty is null. */
export function optionalBirthday(column: string) {
  return z.string().transform((text, context) => {
    const day = text.trim();
    if (day === "") return null;
    const read = BIRTHDAY.test(day) ? new Date(day) : null;
    if (read !== null && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)) return day;
    return reject(context, "bad_date", phrase("rejected.birthday", { column, value: quoted(text) }));
  });
}
