import type { LinkTexts } from "../en/customer-link.ts";

/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink: LinkTexts = {
  "link.title": "Diesen Kunden sehen Sie in Slack",
  "link.where":
    "Ein Link zu einem Kunden zeigt sich in Slack, den Mitgliedern des Teams. Hier steht nichts über den Kunden.",
  "link.how":
    "Fügen Sie die Adresse dieser Seite in eine Nachricht in Slack ein, oder senden Sie sie dort als Direktnachricht an Mainstay.",
  "link.open": "Mainstay in Slack öffnen",
};
