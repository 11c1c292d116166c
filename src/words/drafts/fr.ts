import type { LanguageDrafts } from "./language-drafts.ts";

/** What a team writes to its customers, in French. */
export const fr: LanguageDrafts = {
  greeting: "Bonjour[ {contact}],",
  closing: "Cordialement,\n{sender}\n{company}",
  days: "{count, plural, one {# jour} other {# jours}}",
  years: "{count, plural, one {# an} other {# ans}}",
  feasts: {
    christmas: "Noël",
    diwali: "Diwali",
    eid_al_adha: "Aïd al-Adha",
    eid_al_fitr: "Aïd al-Fitr",
    lunar_new_year: "Nouvel An lunaire",
    new_year: "Nouvel An",
    nowruz: "Norouz",
    thanksgiving: "Thanksgiving",
  },
  drafts: {
    "reply-to-ticket": {
      subject: "Votre message[ {ticket}]",
      text: "Merci pour votre message[ {ticket}]. Veuillez nous excuser : vous attendez encore une réponse. Il nous est parvenu il y a {days}.\n\nJe m’en occupe maintenant. Y a-t-il autre chose que je devrais savoir, en plus de ce que vous avez écrit ?",
      chat: "Veuillez nous excuser : vous attendez encore une réponse à votre message[ {ticket}]. Je m’en occupe maintenant. Y a-t-il autre chose que je devrais savoir ?",
    },
    "solve-ticket": {
      subject: "Votre demande en cours[ {ticket}]",
      text: "Votre demande[ {ticket}] est toujours ouverte et j’aimerais vous dire où nous en sommes. Vous nous l’avez signalée il y a {days}.\n\nQuand puis-je vous appeler ? Dites-moi aussi, s’il vous plaît, à quel point cela vous gêne en ce moment, afin que nous lui donnions la bonne priorité.",
      chat: "Votre demande[ {ticket}] est toujours ouverte. Quand puis-je vous appeler pour vous dire où nous en sommes ? Et à quel point cela vous gêne-t-il en ce moment ?",
    },
    "close-the-loop": {
      subject: "Votre avis",
      text: "Merci pour la franchise de votre avis. Je regrette que nous n’ayons pas répondu à vos attentes.\n\nJ’aimerais comprendre ce qui s’est mal passé et ce que nous pouvons améliorer. Quand seriez-vous disponible pour un bref appel ? Vous pouvez aussi simplement répondre à ce message.",
      chat: "Merci pour la franchise de votre avis. Je regrette que nous n’ayons pas répondu à vos attentes. Quand seriez-vous disponible pour un bref appel ?",
    },
    "answer-mention": {
      subject: "Ce que vous avez écrit à notre sujet",
      text: "Nous avons lu ce que vous avez écrit publiquement à notre sujet. Je regrette que vous ayez eu des raisons de le faire.\n\nJ’aimerais comprendre ce qui s’est passé et voir avec vous ce que nous pouvons faire. Quand puis-je vous appeler ?",
      chat: "Nous avons lu ce que vous avez écrit publiquement à notre sujet. Je regrette que vous ayez eu des raisons de le faire. Quand puis-je vous appeler pour comprendre ce qui s’est passé ?",
    },
    "confirm-fix": {
      subject: "Tout est-il rentré dans l’ordre ?[ ({ticket})]",
      text: "De notre côté, votre demande[ {ticket}] est notée comme résolue. Tout fonctionne-t-il comme vous l’attendiez ?\n\nSi quelque chose ne va pas encore, répondez à ce message et je regarderai.",
      chat: "De notre côté, votre demande[ {ticket}] est notée comme résolue. Tout fonctionne-t-il comme vous l’attendiez ?",
    },
    "settle-payment": {
      subject: "Vos derniers paiements n’ont pas abouti",
      text: "Vos deux derniers paiements n’ont pas abouti. Il s’agit souvent d’une carte expirée ou d’un plafond bancaire.\n\nPourriez-vous vérifier vos coordonnées de paiement ? Si vous préférez payer autrement, ou si le problème vient de nous, merci de me le dire.",
      chat: "Vos deux derniers paiements n’ont pas abouti. Pourriez-vous vérifier vos coordonnées de paiement, ou me dire si le problème vient de nous ?",
    },
    "call-about-renewal": {
      subject: "Le renouvellement de votre contrat[ le {renewal}]",
      text: "Votre contrat arrive à renouvellement[ le {renewal}]. Nous avons donc le temps de parler de ce qui doit rester et de ce qui doit changer.\n\nQu’est-ce qui a bien fonctionné pour vous, et qu’est-ce qui a manqué ? J’en parlerais volontiers avec vous lors d’un bref appel. Quand seriez-vous disponible ?",
      chat: "Votre contrat arrive à renouvellement[ le {renewal}]. Quand seriez-vous disponible pour un bref appel sur ce qui doit rester et ce qui doit changer ?",
    },
    "call-about-renewal-30": {
      subject: "Votre renouvellement[ le {renewal}] : que reste-t-il à voir ?",
      text: "Votre contrat arrive à renouvellement[ le {renewal}]. J’aimerais régler à temps avec vous ce qui reste ouvert.\n\nAvez-vous des questions sur l’étendue, les conditions ou l’utilisation ? Et qui devrait participer à notre échange ? Merci de me proposer une date dans les prochains jours.",
      chat: "Votre contrat arrive à renouvellement[ le {renewal}]. Reste-t-il des points à voir ? Merci de me proposer une date dans les prochains jours.",
    },
    "call-about-renewal-14": {
      subject: "Votre renouvellement[ le {renewal}] approche",
      text: "Votre contrat arrive à renouvellement[ dans {days}]. Pour que tout se passe comme vous le souhaitez, j’aimerais régler les derniers points avec vous cette semaine.\n\nSouhaitez-vous continuer ainsi ou changer quelque chose ? Une brève réponse suffit. Je peux aussi vous appeler : quand cela vous convient-il ?",
      chat: "Votre contrat arrive à renouvellement[ dans {days}]. Souhaitez-vous continuer ainsi ou changer quelque chose ? Je peux aussi vous appeler.",
    },
    "champion-left": {
      subject: "Qui sera notre contact chez vous ?",
      text: "J’ai vu que notre contact habituel chez vous ne s’occupe plus de notre collaboration. J’espère que la transition s’est bien passée.\n\nQui suivra ce sujet désormais ? Je me présenterais volontiers et raconterais ce sur quoi nous avons travaillé ensemble.",
      chat: "Notre contact habituel chez vous ne s’occupe plus de notre collaboration. Qui suivra ce sujet désormais ? Je me présenterais volontiers.",
    },
    "break-silence": {
      subject: "Comment allez-vous ?",
      text: "Votre dernière commande remonte à quelque temps, et je voulais savoir comment cela se passe pour vous.\n\nAvez-vous besoin de quelque chose en ce moment, ou devrions-nous faire autrement ? Je vous aiderai volontiers.",
      chat: "Votre dernière commande remonte à quelque temps. Comment cela se passe-t-il pour vous, et avez-vous besoin de quelque chose ?",
    },
    "usage-drop": {
      subject: "Comment cela se passe-t-il ?",
      text: "Je voulais savoir comment vous et votre équipe utilisez ce que nous vous fournissons. Votre façon de travailler a-t-elle changé, ou quelque chose vous gêne-t-il ?\n\nJe regarderais volontiers cela avec vous. Quand auriez-vous vingt minutes ?",
      chat: "Comment cela se passe-t-il pour vous et votre équipe avec ce que nous vous fournissons ? Si quelque chose vous gêne, je le regarderais volontiers avec vous.",
    },
    "vip-cooling": {
      subject: "Et si nous en parlions ?",
      text: "Je tiens à ce que nous vous accompagnions bien, et j’aimerais savoir comment vous voyez notre collaboration en ce moment. Que devrions-nous garder, que devrions-nous changer ?\n\nQuand seriez-vous disponible pour un appel ou une rencontre ?",
      chat: "J’aimerais savoir comment vous voyez notre collaboration en ce moment : que devrions-nous garder, que devrions-nous changer ? Quand puis-je vous appeler ?",
    },
    "risk-jump": {
      subject: "Un bref échange ?",
      text: "J’aimerais savoir comment cela se passe pour vous et si nous vous apportons ce dont vous avez besoin.\n\nSi quelque chose vous dérange, je préfère le savoir. Quand seriez-vous disponible pour un bref appel ?",
      chat: "Comment cela se passe-t-il pour vous, et vous apportons-nous ce dont vous avez besoin ? Quand seriez-vous disponible pour un bref appel ?",
    },
    "follow-up-delivery": {
      subject: "Tout est-il bien arrivé ?",
      text: "Tout était-il en ordre avec votre dernière livraison, et correspond-elle à vos attentes ? Elle devrait être arrivée il y a {days}.\n\nS’il manque quelque chose ou si quelque chose est abîmé, répondez à ce message et je m’en occuperai.",
      chat: "Tout était-il en ordre avec votre dernière livraison ? S’il manque quelque chose ou si quelque chose est abîmé, dites-le-moi et je m’en occuperai.",
    },
    congratulate: {
      subject: "Joyeux anniversaire",
      text: "Je vous souhaite un très joyeux anniversaire, une bonne santé et une belle année.",
      chat: "Je vous souhaite un très joyeux anniversaire et une belle année.",
    },
    holiday: {
      subject: "Bonnes fêtes[ ({holiday})]",
      text: "Je vous souhaite, à vous et à votre équipe, de bonnes fêtes[ ({holiday})] et quelques jours de repos. Merci pour notre collaboration.",
      chat: "Je vous souhaite, à vous et à votre équipe, de bonnes fêtes[ ({holiday})] et quelques jours de repos.",
    },
    welcome: {
      subject: "Merci pour votre première commande",
      text: "Merci pour votre première commande chez nous. Je souhaite que vous preniez un bon départ.\n\nTout fonctionne-t-il comme vous l’attendiez ? Si vous avez des questions, je les regarderai volontiers avec vous lors d’un bref appel.",
      chat: "Merci pour votre première commande chez nous. Tout fonctionne-t-il comme vous l’attendiez ? Si vous avez des questions, je les regarderai volontiers avec vous.",
    },
    anniversary: {
      subject: "Merci pour notre collaboration",
      text: "Merci pour votre confiance. Nous travaillons ensemble depuis {years}.\n\nSi nous devons améliorer quelque chose dans l’année qui vient, je l’entendrais volontiers.",
      chat: "Merci pour votre confiance. Nous travaillons ensemble depuis {years}.",
    },
    "monthly-contact": {
      subject: "Comment cela se passe-t-il ?",
      text: "Nous n’avons pas échangé depuis quelque temps, et je voulais savoir comment cela se passe pour vous. Avez-vous besoin de quelque chose, ou y a-t-il du nouveau que je devrais savoir ?\n\nUne brève réponse suffit. Je vous appelle volontiers si vous préférez.",
      chat: "Nous n’avons pas échangé depuis quelque temps. Comment cela se passe-t-il pour vous, et avez-vous besoin de quelque chose ?",
    },
    "event-invitation": {
      subject: "Une invitation[ : {event}]",
      text: "J’aimerais vous inviter, avec votre équipe, à notre événement[ : {event}].\n\nSouhaitez-vous venir ? Dites-moi combien vous serez, et je vous enverrai les informations utiles.",
      chat: "J’aimerais vous inviter, avec votre équipe, à notre événement[ : {event}]. Souhaitez-vous venir ?",
    },
    "new-product": {
      subject: "Du nouveau chez nous[ : {product}]",
      text: "Vous achetez souvent dans cette partie de notre gamme, et je voulais vous signaler une nouveauté[ : {product}].\n\nSi vous souhaitez en savoir plus, répondez à ce message et je vous enverrai les détails.",
      chat: "Il y a une nouveauté dans une partie de notre gamme que vous achetez souvent[ : {product}]. Souhaitez-vous en savoir plus ?",
    },
    "cross-sell": {
      subject: "Peut-être utile pour vous[ : {product}]",
      text: "Un autre article de notre gamme pourrait vous être utile[ : {product}]. Avec des commandes comme les vôtres, on choisit souvent aussi {product}.\n\nDois-je vous envoyer les détails ? Si cela ne vous convient pas, aucun souci.",
      chat: "Un autre article de notre gamme pourrait vous être utile[ : {product}]. Dois-je vous envoyer les détails ?",
    },
    "tier-in-reach": {
      subject: "Le prochain niveau[ : {tier}]",
      text: "Vous êtes proche du prochain niveau de notre programme de fidélité[ : {tier}]. Votre prochaine commande pourrait déjà vous y mener.\n\nSi vous souhaitez savoir ce qu’il apporte, je vous le dirai volontiers.",
      chat: "Vous êtes proche du prochain niveau de notre programme de fidélité[ : {tier}]. Souhaitez-vous savoir ce qu’il apporte ?",
    },
    "ask-referral": {
      subject: "Une petite demande",
      text: "Merci pour votre aimable retour. Il compte beaucoup pour nous.\n\nConnaissez-vous quelqu’un à qui nous pourrions aussi être utiles ? Vous pouvez nous mettre en relation, ou simplement transmettre mon adresse.",
      chat: "Merci pour votre aimable retour. Connaissez-vous quelqu’un à qui nous pourrions aussi être utiles ?",
    },
    thank: {
      subject: "Merci pour votre commande",
      text: "Merci pour votre commande. Nous apprécions que vous fassiez à nouveau appel à nous.\n\nSi vous avez des questions, vous pouvez me joindre directement.",
      chat: "Merci pour votre commande. Si vous avez des questions, vous pouvez me joindre directement.",
    },
    "win-back": {
      subject: "Puis-je prendre de vos nouvelles ?",
      text: "Nous n’avons pas travaillé ensemble depuis quelque temps, et j’aimerais prendre de vos nouvelles.\n\nJ’aimerais aussi savoir ce qui avait motivé votre décision, et ce que nous devrions faire mieux. Si cela vous intéresse, nous pouvons parler de ce qui a changé depuis.",
      chat: "Nous n’avons pas travaillé ensemble depuis quelque temps. Comment allez-vous, et que devrions-nous faire mieux pour vous ?",
    },
    "check-in": {
      subject: "Comment cela se passe-t-il ?",
      text: "Je voulais savoir brièvement comment cela se passe pour vous, et si vous avez besoin de quelque chose de notre part.\n\nUne brève réponse suffit. Je vous appelle volontiers si vous préférez.",
      chat: "Comment cela se passe-t-il pour vous, et avez-vous besoin de quelque chose de notre part ?",
    },
  },
};
