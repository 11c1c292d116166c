/** What the command line says of systems that are pulled from. */
export const cliSources = {
  "cli.source.added": "{name} is added: it is pulled every hour from now on.",
  "cli.source.added.next": "See whether it can be read: npm run mainstay -- source test {name}",
  "cli.source.busy":
    "{name} is being pulled already{since, select, none {} other {, since {since}}}. If that process has died, another pull can begin{until, select, none { soon} other { at {until}}}.",
  "cli.source.count": "{rows, number}",
  "cli.source.head.added": "new",
  "cli.source.head.changed": "changed",
  "cli.source.head.deleted": "deleted",
  "cli.source.head.kind": "system",
  "cli.source.head.name": "source",
  "cli.source.head.newest": "newest row",
  "cli.source.head.problem": "state",
  "cli.source.head.pulled": "last pull",
  "cli.source.head.rejected": "rejected",
  "cli.source.head.stream": "list",
  "cli.source.head.unchanged": "unchanged",
  "cli.source.never": "never",
  "cli.source.none":
    "Nothing is pulled yet. Add a system: npm run mainstay -- source add NAME --setting KEY=VALUE",
  "cli.source.no-moment": "n/a",
  "cli.source.ok": "fine",
  "cli.source.bad-name": "{name} is no name for a source. Use small letters, digits, - and _.",
  "cli.source.bad-setting": "{given} is no setting. Write it as KEY=VALUE.",
  "cli.source.bad-settings": "{name} was not added. {problem}",
  "cli.source.failing": "{stream, select, none {} other {{stream}: }}{problem} (since {since})",
  "cli.source.there-already":
    "There is a source {name} already. See it with source status {name}, or remove it first.",
  "cli.source.unknown": "There is no source {name}. See them: npm run mainstay -- source list",
  "cli.source.unknown-kind":
    "There are no systems of the kind {kind}. Those that can be pulled: {kinds}. Give yours with --kind.",
  "cli.source.pull.heading": "{name}: {stream}",
  "cli.source.pull.counts":
    "{added, number} new, {changed, number} changed, {unchanged, number} unchanged, {rejected, number} rejected, {deleted, number} deleted",
  "cli.source.pull.closed":
    "{rows, plural, one {# row was} other {# rows were}} deleted there and {rows, plural, one {stays} other {stay}} here: closed books count {rows, plural, one {it} other {them}}.",
  "cli.source.pull.customers":
    "{rows, plural, one {# customer was} other {# customers were}} deleted there and {rows, plural, one {stays} other {stay}} here with their past. Whoever has left needs the day on which the contract ended.",
  "cli.source.pull.rejected": "See why rows were rejected: npm run mainstay -- import show {id}",
  "cli.source.removed":
    "{name} is pulled no longer. What it told stays; import list shows it, import undo takes it back.",
  "cli.source.secret.missing": "Set {name} in the environment of the bot before it is pulled.",
  "cli.source.secret.set": "{name} is set.",
  "cli.source.test.heading":
    "{stream}: {records, plural, =0 {no records yet} one {# record} other {# records}} on the first page",
  "cli.source.test.kind":
    "{called}: {rows, plural, one {# row} other {# rows}}, of which {rejected, number} would be rejected",
  "cli.source.test.first": "such as: {problem}",
  "cli.source.test.scopes": "The key needs: {scopes}",
  "cli.source.test.fine": "{name} can be read. Nothing was written.",
  "cli.source.test.failed": "{name} cannot be read as it is. Nothing was written.",
} as const;
