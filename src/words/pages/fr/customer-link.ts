import type { LinkTexts } from "../en/customer-link.ts";

/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink: LinkTexts = {
  "link.title": "Ce client se consulte dans Slack",
  "link.where":
    "Un lien vers un client s’affiche dans Slack, pour les membres de l’équipe. Rien sur le client n’est affiché ici.",
  "link.how":
    "Collez l’adresse de cette page dans un message sur Slack, ou envoyez-la à Mainstay en message direct.",
  "link.open": "Ouvrir Mainstay dans Slack",
};
