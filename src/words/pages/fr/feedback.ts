import type { PageTexts } from "../en/feedback.ts";

export const feedback: PageTexts = {
  "page.title": "Votre avis",
  "csat.question":
    "{named, select, yes {Êtes-vous satisfait(e) de {company}\u00a0?} other {Êtes-vous satisfait(e) de nos services\u00a0?}}",
  "csat.question.ticket":
    "{named, select, yes {Êtes-vous satisfait(e) de la façon dont {company} a traité votre demande {ticket}\u00a0?} other {Êtes-vous satisfait(e) de la façon dont nous avons traité votre demande {ticket}\u00a0?}}",
  "csat.1": "Pas du tout satisfait(e)",
  "csat.2": "Plutôt pas satisfait(e)",
  "csat.3": "Ni satisfait(e) ni insatisfait(e)",
  "csat.4": "Satisfait(e)",
  "csat.5": "Très satisfait(e)",
  "ces.question":
    "{named, select, yes {A-t-il été facile d’obtenir de {company} ce dont vous aviez besoin\u00a0?} other {A-t-il été facile d’obtenir de nous ce dont vous aviez besoin\u00a0?}}",
  "ces.question.ticket":
    "{named, select, yes {A-t-il été facile de faire résoudre votre demande {ticket} par {company}\u00a0?} other {A-t-il été facile de nous faire résoudre votre demande {ticket}\u00a0?}}",
  "ces.1": "Très difficile",
  "ces.2": "Difficile",
  "ces.3": "Plutôt difficile",
  "ces.4": "Ni facile ni difficile",
  "ces.5": "Plutôt facile",
  "ces.6": "Facile",
  "ces.7": "Très facile",
  "nps.question":
    "{named, select, yes {Recommanderiez-vous {company} à d’autres\u00a0?} other {Nous recommanderiez-vous à d’autres\u00a0?}}",
  "nps.question.ticket":
    "{named, select, yes {Après votre demande {ticket}\u00a0: recommanderiez-vous {company} à d’autres\u00a0?} other {Après votre demande {ticket}\u00a0: nous recommanderiez-vous à d’autres\u00a0?}}",
  "nps.0": "Très peu probable",
  "nps.10": "Très probable",
  "page.comment": "Quelle est la raison principale de votre réponse\u00a0?",
  "page.comment.hint": "Si vous le souhaitez\u00a0; {most, number} caractères au plus.",
  "page.once":
    "Vous pouvez répondre une fois. Pour modifier votre réponse plus tard, dites-le à la personne qui vous a envoyé ce lien.",
  "page.send": "Envoyer la réponse",
  "page.error.no-score": "Veuillez choisir une des réponses.",
  "page.error.too-long": "Votre commentaire dépasse {most, number} caractères. Veuillez le raccourcir.",
  "page.error.unreadable": "Votre réponse n’a pas pu être lue. Veuillez choisir à nouveau.",
  "page.thanks.title": "Merci",
  "page.thanks": "Votre réponse est bien arrivée. Vous pouvez fermer cette page.",
  "page.answered.title": "Merci, votre réponse est bien arrivée",
  "page.answered":
    "Cette question a déjà une réponse, et c’est la première qui compte. Pour la modifier, dites-le à la personne qui vous a envoyé ce lien.",
  "page.over.title": "Ce lien n’est pas valable",
  "page.over":
    "Il a peut-être expiré, ou n’a pas été copié en entier. Demandez-en un nouveau à la personne qui vous l’a envoyé.",
  "draft.hello": "{named, select, yes {Bonjour {name},} other {Bonjour,}}",
  "draft.ask":
    "nous aimerions connaître votre avis. Il y a une seule question, et cela prend moins d’une minute\u00a0:",
  "draft.until": "Le lien est valable jusqu’au {day}. Merci\u00a0!",
};
