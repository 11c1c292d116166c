import { LONGEST_CUSTOMER, touchFromMessageForm } from "../blocks/outreach/touch-from-message.ts";
import { withoutMarkup } from "../events/typed-in.ts";
import { encodeMessageTouch } from "../frame/form-metadata.ts";
import type { ShortcutHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** "Log as touch" on a message: the form filled in with what it says, and with whom it names. */
export const logAsTouch: ShortcutHandler = async ({ triggerId, message }, tools) => {
  const { flows, slack, reader, clock } = tools;
  const text = withoutMarkup(message?.text ?? "").trim();
  const guess = await flows.guessCustomer(text);
  const guessedName = guess === null ? null : guess.name.slice(0, LONGEST_CUSTOMER);
  const metadata = encodeMessageTouch({
    guess: guess === null || guessedName === null ? null : { customerId: guess.id, name: guessedName },
  });
  const form = { guessedName, text, at: message?.at ?? clock(), metadata, locale: readerLocale(reader) };
  await slack.openModal(triggerId, touchFromMessageForm(form));
};
