import type { DraftTexts } from "../../../domain/outreach/drafts/fill-draft.ts";

/** Mail programs and Windows cut links of more than some 2,000 characters. Chosen by the product. */
const LONGEST_LINK = 1900;

/** A link that starts a mail with a draft in it (RFC 6068). */
export type MailLink = {
  /** As it stands in mrkdwn. */
  readonly href: string;
  /** The text was too long for a link: the mail starts with the subject alone. */
  readonly isCut: boolean;
};

/** @param email whom it goes to; null, or what is no address: nobody yet */
export function mailLink(
  email: string | null,
  { subject, body }: Pick<DraftTexts, "subject" | "body">,
): MailLink {
  const to = email !== null && isAddress(email) ? encoded(email).replace("%40", "@") : "";
  const short = `mailto:${to}?subject=${encoded(subject)}`;
  const whole = `${short}&amp;body=${encoded(body.replaceAll("\n", "\r\n"))}`;
  const isCut = whole.length > LONGEST_LINK;
  return { href: isCut ? short : whole, isCut };
}

export const isAddress = (email: string): boolean => /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(email);

/** Also what `encodeURIComponent` leaves and mrkdwn or a mail program could take for its own. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, "")).replace(
    /['()*!~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
