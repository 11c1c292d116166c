/** What `mainstay events` says. */
export const cliEvents = {
  "cli.events.head.id": "No.",
  "cli.events.head.day": "Day",
  "cli.events.head.name": "Name",
  "cli.events.head.place": "Place",
  "cli.events.head.for": "For",
  "cli.events.head.customers": "Customers",
  "cli.events.number": "{number, number}",
  "cli.events.none":
    'No event is planned. Add one: events add "Open day" --day 2026-12-31 --for segment --which Retail',
  "cli.events.added":
    "Added {name} on {day}, {audience}: {customers, plural, one {# customer} other {# customers}}.",
  "cli.events.known": "“{name}” is planned on that day already. Nothing was added.",
  "cli.events.wrong": "{field}: {problem}",
  "cli.events.removed": "Removed {name}.",
  "cli.events.gone": "There is no event {id}. List them: events list",
} as const;
