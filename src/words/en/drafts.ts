/** Drafts to write to customers with, and the team's templates. What customers read stands in `words/drafts/`. */
export const drafts = {
  "draft.button": "Draft",

  // Those that have no playbook of the same name.
  "draft.of.call-about-renewal-30": "Renewal, 30 days ahead",
  "draft.of.call-about-renewal-14": "Renewal, 14 days ahead",

  "draft.form.title": "Draft",
  "draft.form.submit": "I sent it",
  "draft.form.close": "Close",
  "draft.form.ask":
    "A text for *{customer}* to copy or change ({draft}). I write to no customer: you send it, and then press *I sent it*.",
  "draft.form.not-due":
    "What this was suggested for is no longer so, or somebody has been in touch since. Read the text before you use it.",
  "draft.form.nobody": "The file names no contact, so the greeting names nobody.",
  "draft.form.own": "Your team's text, set by {name} on {day}.",
  "draft.form.own.somebody": "Your team's text, set on {day}.",
  "draft.form.language": "Language",
  "draft.form.form": "As",
  "draft.form.form.email": "E-mail",
  "draft.form.form.chat": "Chat message",
  "draft.form.subject": "Subject",
  "draft.form.body": "Text",
  "draft.form.chat": "Chat message",
  "draft.form.minutes": "Minutes spent",
  "draft.form.minutes.hint": "Goes into what this customer costs.",
  "draft.form.mail": "Write it in your mail program",
  "draft.form.mail.how":
    "The mail starts with the text as it was suggested: what you change here, copy over.",
  "draft.form.mail.no-address": "The file has no e-mail address of theirs: enter it in the mail.",
  "draft.form.mail.too-long": "The mail starts without the text, which is too long for a link: copy it.",

  "draft.language.chosen": "In {language}, as you chose.",
  "draft.language.customer": "In {language}, because the customer's file says so.",
  "draft.language.contact": "In {language}, because the contact's file says so.",
  "draft.language.country": "In {language}, because of their country: the file names no language.",
  "draft.language.sender": "In {language}, as your Slack is: the file names no language.",
  "draft.language.nobody":
    "In {language}: neither the file nor your Slack names a language that there are drafts in.",
  "draft.language.without": "There are no drafts in their language ({named}).",

  "draft.sent.email": "Noted: e-mail sent, no answer yet. Log a touch once they answer.",
  "draft.sent.chat": "Noted: message sent, no answer yet. Log a touch once they answer.",
  "draft.sent.before": "This was noted before; nothing changed.",
  "draft.empty": "Nothing is in it. Write what you sent, or close the form.",

  "drafts.title": "Drafts",
  "drafts.how":
    "What reps start from when they press *Draft* on a nudge or a card. Choose one to read it, in six languages, and to make it your own.",
  "drafts.none":
    "You have no texts of your own yet: ours serve for all {drafts, number} in {languages, number} languages.",
  "drafts.own":
    "{own, plural, one {*# text of your own*} other {*# texts of your own*}}; ours serve for the others.",
  "drafts.own.one": "{draft} · {language} · set by {name} on {day}",
  "drafts.own.one.somebody": "{draft} · {language} · set on {day}",
  "drafts.more": "and {more, number} more",
  "drafts.choose": "Choose a draft",
  "drafts.text":
    "Drafts: {own, plural, =0 {none of your own yet} one {# text of your own} other {# texts of your own}}.",

  "draft.template.title": "Edit a draft",
  "draft.template.submit": "Save",
  "draft.template.ours": "This is our text. What you change in it is yours from then on, for every rep.",
  "draft.template.own": "Your text, set by {name} on {day}.",
  "draft.template.own.somebody": "Your text, set on {day}.",
  "draft.template.names": "These names are filled in: {known}.",
  "draft.template.how":
    "Where one is not known, its whole sentence is left out; with square brackets only what is inside them: “Hello[ '{'contact'}'],”.",
  "draft.template.back": "Back to ours",
  "draft.template.back.sure": "Give up your text?",
  "draft.template.back.what": "Reps get ours again from now on.",
  "draft.template.back.yes": "Back to ours",
  "draft.template.back.no": "Keep mine",

  "draft.kept": "Kept: {draft} in {language}. Reps get your text from now on.",
  "draft.back": "Reps get our text again: {draft} in {language}.",
  "draft.as-ours": "That is our text, so ours serves: {draft} in {language}.",
  "draft.changed":
    "{name} changed this text while you had it open, so yours is not kept. Copy it, close the form and open it again.",
  "draft.changed.somebody":
    "Somebody changed this text while you had it open, so yours is not kept. Copy it, close the form and open it again.",

  "draft.wrong.empty": "Write something here.",
  "draft.wrong.lines": "A subject is one line.",
  "draft.wrong.brace":
    "There is a {brace} that belongs to no name. Names are written like '{'contact'}', without spaces.",
  "draft.wrong.bracket":
    "There is a {bracket} without its partner on the same line, or one pair inside another.",
  "draft.wrong.unknown": "{name} is not known here. Known are {known}.",
  "draft.wrong.long":
    "{characters, plural, one {One character too many} other {# characters too many}}: with all names filled in, at most {most, number}.",
  "draft.wrong.nothing-left":
    "Nothing is left of this where no name is known. Add a sentence without names, or put names into square brackets.",
} as const;
