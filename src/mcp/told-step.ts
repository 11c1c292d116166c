import { z } from "zod";
import type { CustomerCard } from "../domain/outreach/customer-card.ts";
import { dayOf } from "./told-risk.ts";
import type { Asked } from "./tool.ts";
import { asData, inWords, orNull, sentence, untrustedText } from "./untrusted-text.ts";

/** What to do next about a customer, as their card advises it. */
export const toldStep = z.object({
  kind: z.enum(["act", "wait", "nothing", "snoozed"]),
  what: sentence.nullable(),
  because: sentence.nullable(),
  until: z.string().nullable(),
  with: z
    .object({
      name: untrustedText,
      role: untrustedText.nullable(),
      phone: untrustedText.nullable(),
      email: untrustedText.nullable(),
    })
    .nullable(),
  snoozed_by: untrustedText.nullable(),
});

const NOTHING = { what: null, because: null, until: null, with: null, snoozed_by: null };

export function stepOf(card: CustomerCard, asked: Asked): z.output<typeof toldStep> {
  const { snooze, advice, ending } = card;
  const { locale } = asked;
  if (ending !== null) return afterEnding(ending.advice, asked);
  if (snooze !== null)
    return {
      ...NOTHING,
      kind: "snoozed",
      until: dayOf(snooze.until, asked),
      snoozed_by: orNull(snooze.byName),
    };
  switch (advice.kind) {
    case "nothing":
      return { ...NOTHING, kind: "nothing", because: inWords(advice.because, locale) };
    case "wait":
      return { ...NOTHING, kind: "wait", what: inWords(advice.action, locale), until: advice.until };
    case "act":
      return {
        ...NOTHING,
        kind: "act",
        what: inWords(advice.action, locale),
        because: inWords(advice.reason, locale),
        with: contactOf(card.contact),
      };
  }
}

function afterEnding(
  advice: NonNullable<CustomerCard["ending"]>["advice"],
  { locale }: Asked,
): z.output<typeof toldStep> {
  if (advice.kind === "nothing")
    return { ...NOTHING, kind: "nothing", because: inWords(advice.because, locale) };
  const { action, reason } = advice;
  return { ...NOTHING, kind: "act", what: inWords(action, locale), because: inWords(reason, locale) };
}

const contactOf = (contact: CustomerCard["contact"]) =>
  contact && {
    name: asData(contact.name),
    role: orNull(contact.role),
    phone: orNull(contact.phone),
    email: orNull(contact.email),
  };
