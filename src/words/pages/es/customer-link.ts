import type { LinkTexts } from "../en/customer-link.ts";

/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink: LinkTexts = {
  "link.title": "Este cliente se consulta en Slack",
  "link.where":
    "Un enlace a un cliente se muestra en Slack, a los miembros del equipo. Aquí no se muestra nada del cliente.",
  "link.how":
    "Pegue la dirección de esta página en un mensaje de Slack, o envíela allí a Mainstay como mensaje directo.",
  "link.open": "Abrir Mainstay en Slack",
};
