/** What the command line says of customers that several systems have. */
export const cliCustomers = {
  "cli.customers.apart": "{first} and {second} are two customers again, each with what was told of it.",
  "cli.customers.found-certain":
    "{pairs, plural, one {# pair was} other {# pairs were}} joined, because it is certain. See them: npm run mainstay -- customers joined",
  "cli.customers.head.by": "by",
  "cli.customers.head.counts-for": "counts for",
  "cli.customers.head.customer": "customer",
  "cli.customers.head.since": "since",
  "cli.customers.joined": "{other} counts for {kept} from now on. What {kept} says of itself stays.",
  "cli.customers.joined-already": "{other} and {kept} are one customer already.",
  "cli.customers.kept-apart": "{first} and {second} stay two customers: no look joins them or asks again.",
  "cli.customers.label": "{name} ({id})",
  "cli.customers.more": "and {more, plural, one {# more pair} other {# more pairs}}: see them with --limit",
  "cli.customers.more-joined": "and {more, number} more: see them with --limit",
  "cli.customers.next":
    "To settle one: npm run mainstay -- customers join A B, or customers apart A B, with the ids in brackets.",
  "cli.customers.no-duplicates":
    "No two of {customers, plural, one {# customer} other {# customers}} look like one.",
  "cli.customers.nobody": "Nobody is called “{typed}”. Say a name, an id, or system:id.",
  "cli.customers.none-joined": "No customer counts for another.",
  "cli.customers.pair": "{first} and {second}",
  "cli.customers.same": "{customer} was named twice. Say two customers.",
  "cli.customers.several": "Several are called “{typed}”: {customers}. Say one by system:id.",
} as const;
