/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink = {
  "link.title": "This customer is in Slack",
  "link.where":
    "A link to a customer shows in Slack, to members of the team. Nothing about the customer is shown here.",
  "link.how":
    "Paste this page’s address into a message in Slack, or send it to Mainstay there as a direct message.",
  "link.open": "Open Mainstay in Slack",
} as const;

export type LinkCode = keyof typeof customerLink;
export type LinkTexts = Readonly<Record<LinkCode, string>>;
