/** What `mainstay mentions` says. */
export const cliMentions = {
  "cli.mentions.none": "No complaint in public is waiting for an answer.",
  "cli.mentions.number": "{number, number}",
  "cli.mentions.unknown": "n/a",
  "cli.mentions.more": "And {mentions, number} more.",
  "cli.mentions.counts":
    "Last {days, number} days: {negative, number} negative, {neutral, number} neutral, {positive, number} positive; {unjudged, number} not judged (neither English nor Chinese, or too short), {waiting, number} waiting to be judged.",
  "cli.mentions.no-advocates":
    "Nobody has praised us {least, number} times in {days, number} days without a complaint.",
  "cli.mentions.head.id": "No.",
  "cli.mentions.head.when": "When",
  "cli.mentions.head.last": "Last",
  "cli.mentions.head.customer": "Customer",
  "cli.mentions.head.network": "Network",
  "cli.mentions.head.author": "Author",
  "cli.mentions.head.reach": "Reach",
  "cli.mentions.head.positive": "Positive",
  "cli.mentions.head.text": "Text",
} as const;
