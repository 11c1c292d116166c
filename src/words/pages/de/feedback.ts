import type { PageTexts } from "../en/feedback.ts";

export const feedback: PageTexts = {
  "page.title": "Ihre Rückmeldung",
  "csat.question":
    "{named, select, yes {Wie zufrieden sind Sie mit {company}?} other {Wie zufrieden sind Sie mit uns?}}",
  "csat.question.ticket":
    "{named, select, yes {Wie zufrieden sind Sie damit, wie {company} Ihre Anfrage {ticket} bearbeitet hat?} other {Wie zufrieden sind Sie damit, wie wir Ihre Anfrage {ticket} bearbeitet haben?}}",
  "csat.1": "Sehr unzufrieden",
  "csat.2": "Unzufrieden",
  "csat.3": "Weder zufrieden noch unzufrieden",
  "csat.4": "Zufrieden",
  "csat.5": "Sehr zufrieden",
  "ces.question":
    "{named, select, yes {Wie leicht war es, von {company} zu bekommen, was Sie brauchten?} other {Wie leicht war es, von uns zu bekommen, was Sie brauchten?}}",
  "ces.question.ticket":
    "{named, select, yes {Wie leicht war es, Ihre Anfrage {ticket} mit {company} zu klären?} other {Wie leicht war es, Ihre Anfrage {ticket} mit uns zu klären?}}",
  "ces.1": "Sehr schwierig",
  "ces.2": "Schwierig",
  "ces.3": "Eher schwierig",
  "ces.4": "Weder leicht noch schwierig",
  "ces.5": "Eher leicht",
  "ces.6": "Leicht",
  "ces.7": "Sehr leicht",
  "nps.question":
    "{named, select, yes {Wie wahrscheinlich ist es, dass Sie {company} weiterempfehlen?} other {Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?}}",
  "nps.question.ticket":
    "{named, select, yes {Nach Ihrer Anfrage {ticket}: Wie wahrscheinlich ist es, dass Sie {company} weiterempfehlen?} other {Nach Ihrer Anfrage {ticket}: Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?}}",
  "nps.0": "Überhaupt nicht wahrscheinlich",
  "nps.10": "Äußerst wahrscheinlich",
  "page.comment": "Was ist der wichtigste Grund für Ihre Antwort?",
  "page.comment.hint": "Wenn Sie mögen; bis zu {most, number} Zeichen.",
  "page.once":
    "Sie können einmal antworten. Möchten Sie Ihre Antwort später ändern, sagen Sie es der Person, von der Sie diesen Link haben.",
  "page.send": "Antwort senden",
  "page.error.no-score": "Bitte wählen Sie eine der Antworten.",
  "page.error.too-long": "Ihr Kommentar ist länger als {most, number} Zeichen. Bitte kürzen Sie ihn.",
  "page.error.unreadable": "Ihre Antwort war nicht lesbar. Bitte wählen Sie noch einmal.",
  "page.thanks.title": "Vielen Dank",
  "page.thanks": "Ihre Antwort ist angekommen. Sie können diese Seite schließen.",
  "page.answered.title": "Vielen Dank, Ihre Antwort ist da",
  "page.answered":
    "Diese Frage ist beantwortet, und die erste Antwort zählt. Möchten Sie sie ändern, sagen Sie es der Person, von der Sie diesen Link haben.",
  "page.over.title": "Dieser Link ist nicht gültig",
  "page.over":
    "Vielleicht ist er abgelaufen oder nicht vollständig kopiert. Bitten Sie die Person, von der Sie ihn haben, um einen neuen.",
  "draft.hello": "{named, select, yes {Guten Tag {name},} other {Guten Tag,}}",
  "draft.ask":
    "wir möchten gern wissen, wie zufrieden Sie mit uns sind. Es ist eine einzige Frage und dauert keine Minute:",
  "draft.until": "Der Link gilt bis {day}. Vielen Dank!",
};
