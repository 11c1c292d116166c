import type { GivenUpAlertMessage, GivenUpNoteMessage } from "../../../domain/messages/given-up-messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";

/** Twice what is kept of it: some characters are escaped. */
const LABEL_LENGTH = 400;
const NAME_LENGTH = 100;
/** Longer than any id of a request is. */
const REFERENCE_LENGTH = 200;

/** Tells somebody that what they sent was begun three times and never finished. */
export function givenUpNote(message: GivenUpNoteMessage, locale: Locale): SlackMessage {
  const { request, sentAt, reference } = message;
  const text = sayIn(locale)("given-up.note", {
    how: request.how,
    // A grave accent would end the code in which a command stands.
    label: orNone(escapeMrkdwn(request.label.replaceAll("`", "'"), LABEL_LENGTH)),
    when: dateToken(sentAt, locale),
    reference: asCode(reference),
  });
  return { text, blocks: [section(text)] };
}

/** The same for whoever runs the bot, with where to look. */
export function givenUpAlert(message: GivenUpAlertMessage, locale: Locale): SlackMessage {
  const { how, senderName, isSenderTold, sentAt, reference } = message;
  const say = sayIn(locale);
  const text = say("given-up.alert", {
    how,
    sender: orNone(senderName === null ? "" : escapeMrkdwn(senderName, NAME_LENGTH)),
    when: dateToken(sentAt, locale),
    isTold: isSenderTold ? "yes" : "no",
  });
  const next = say("given-up.alert.next", { reference: asCode(reference) });
  return { text, blocks: [section(text), context(next)] };
}

/** To be copied into a search of the log: exactly what it says, without the marks that keep text from being mrkdwn. */
const asCode = (reference: string): string =>
  `\`${plainLine(reference.replace(/[`&<>]/g, ""), REFERENCE_LENGTH)}\``;

/** ICU selects by words: nothing is one of them. */
const orNone = (text: string): string => (text === "" ? "none" : text);
