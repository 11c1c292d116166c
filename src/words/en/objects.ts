/** A customer below a link to them, and in the pane that opens on it. Fields are plain text. For reps and managers. */
export const objects = {
  "object.type": "Customer",
  "object.standing": "Decided by the team",
  "object.risk": "Risk",
  "object.next": "Next step",
  "object.ended": "Has left",
  "object.owner": "Owner",
  "object.worth": "Value",
  "object.known": "Up to date",
  "object.segment": "Segment",
  "object.loyalty": "Loyalty",
  "object.products": "Often bought next",
  "object.joined": "Joined",
  "object.joined.text": "This customer was joined into {name}. What you read is {name}’s.",
  "object.refused": "Not shown",
  "object.gone": "This customer is no longer in the customer file.",
  "object.unknown":
    "I know no customer by this link, or several have the same reference. Look them up by name: `/customer acme`.",
  "object.failed":
    "Sorry, that did not work. Close this and open it again; if it fails again, tell whoever runs Mainstay.",
  "object.link":
    "Link to {name}: `{link}`\nPosted in a channel, it shows the customer to everyone there, without amounts unless the channel gets the digest or the cost summary.",
  "object.link.none":
    "Links to customers need an address of the bot’s own. Whoever runs Mainstay sets `PUBLIC_URL` (docs/work-objects.md).",
} as const;
