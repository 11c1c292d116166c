/** What every command may say: about its arguments, the database, files and start. */
export const cliGeneral = {
  "cli.argument.amount": "Give an amount above zero in digits, such as 1000 or 1000.50.",
  "cli.argument.currency": "Give a currency code such as EUR.",
  "cli.argument.day": "Give a day such as 2026-07-31.",
  "cli.argument.days": "Give a number of days from {least, number} to {most, number, ::group-off}.",
  "cli.argument.entry": "Give the number that `ledger list` shows.",
  "cli.argument.instant": "Give a day such as 2010-12-10 or an instant such as 2010-12-10T08:00:00Z.",
  "cli.argument.month": "Give a month such as 2027-03.",
  "cli.argument.one-of": "Give one of {choices}.",
  "cli.argument.share": "Give a share between 0 and 1, such as 0.3.",
  "cli.argument.quarter": "Write a quarter as 2026-Q4.",
  "cli.argument.seeds": "Give every seed once, such as 1,2,3.",
  "cli.argument.at-least-one": "Give a whole number, 1 or more.",
  "cli.argument.whole-number": "Give a whole number.",

  "cli.period.ends-before": "The period begins on {from}, after its end on {to}. Swap --from and --to.",
  "cli.period.usual": "91 days that end with --to, or with the data",
  "cli.more": "… and {rows, number} more",
  "cli.more.json": "… and {rows, number} more; --json prints them all",
  "cli.customer-removed": "This customer was just removed.",

  "cli.db.applied": "Applied: {migrations}",
  "cli.db.pending": "Run: npm run mainstay -- db migrate",
  "cli.db.up-to-date": "The schema is up to date.",

  "cli.doctor.mend": "Something has to be mended first; see above.",

  "cli.failed.EACCES": "The file or folder may not be read by this user.",
  "cli.failed.ECONNREFUSED":
    "No database answers at DATABASE_URL. Start it, correct the address, or unset it to use the embedded one.",
  "cli.failed.ENOENT": "There is no such file.",
  "cli.failed.ENOTFOUND":
    "The host in DATABASE_URL is not known. Correct it, or unset it to use the embedded database.",
  "cli.failed.28000": "The database refused the user in DATABASE_URL.",
  "cli.failed.28P01": "The database refused the password in DATABASE_URL.",
  "cli.failed.3D000":
    "The database named in DATABASE_URL does not exist. Create it first, e.g. with createdb.",
  "cli.failed.with": "{advice} ({error})",

  "cli.import.progress": "Importing",
  "cli.import.read":
    "Read {lines, plural, one {# line} other {# lines}} in {seconds, number, ::.0} s ({perSecond, number} a second)",
  "cli.import.new": "{rows, number} new",
  "cli.import.encoding":
    "Characters: {encoding}, {by, select, stated {as stated} mark {as its first bytes say} other {judged by the content. If names look wrong, import it again with --encoding NAME}}",
  "cli.import.delimiter":
    "Columns: separated by {delimiter, select, semicolon {semicolons} tab {tabs} bar {vertical bars} other {“{delimiter}”}}",
  "cli.import.named": "Columns: by the names in each JSON record",
  "cli.import.skipped":
    "{lines, plural, one {# line is no row and was} other {# lines are no rows and were}} left out:",
  "cli.import.skipped.line":
    "line {line, number, ::group-off}: {as, select, header {the header again} second_header {a second header} other {totals}}",
  "cli.import.updated": "{rows, number} changed",
  "cli.import.duplicates": "{rows, number} there already",
  "cli.import.repeated": "{rows, number} equal to an earlier line of the file; kept",
  "cli.import.aboutElse": "{rows, plural, one {# line is} other {# lines are}} about something else",
  "cli.import.rejected": "{rows, number} rejected, each kept with its line and reason:",
  "cli.import.rejected.because": "{rows, number} {reason}",
  "cli.import.rejected.line": "line {line, number, ::group-off}: {text}",
  "cli.import.rejected.more":
    "{more, plural, one {# more line is} other {# more lines are}} rejected. See all: npm run mainstay -- import rejected {id}",
  "cli.rejected.heading":
    "Import {id} of {file}: {rows, plural, =0 {no line is rejected} one {# line is rejected} other {# lines are rejected}}",
  "cli.rejected.more":
    "{more, plural, one {# more line} other {# more lines}} not shown. See all: --limit COUNT, or --csv FILE",
  "cli.rejected.none": "No line of any imported file is rejected.",
  "cli.rejected.unknown":
    "There is no import {id}. Leave the number out for the newest one that rejected lines.",
  "cli.import.columns": "Columns (a file may lack those in brackets):",
  "cli.import.map.ask": "Import it like this? [y/N]",
  "cli.import.map.bad": "{file} is no mapping: {problem}",
  "cli.import.map.currency":
    "Amounts without a currency are taken as {currency}, which most of your customers have. Give another with --currency.",
  "cli.import.map.kind": "{rows}",
  "cli.import.map.line": "line",
  "cli.import.map.no-currency":
    "The file names no currency for its amounts. Say which one it is, e.g. --currency EUR.",
  "cli.import.map.no-file": "There is no file {file}. Check the path.",
  "cli.import.map.not-imported":
    "Nothing is imported yet. Add --yes to import it like this, or edit {file} and add --map {file}.",
  "cli.import.map.open":
    "{column} “{example}” can be read in more than one way: as {taken}, or as {others}. Put the right one into {file} and import again with --map {file}.",
  "cli.import.map.preview":
    "{lines, plural, =0 {No row is} one {The first row} other {The first # rows}} of {rows}, as they would arrive",
  "cli.import.map.proposed": "{file}: this is how its columns can be understood",
  "cli.import.map.recognised": "{file} is recognised as {as}",
  "cli.import.map.saved": "Written down in {file}.",
  "cli.import.map.unused": "Not taken: {columns}",
  "cli.import.next": "Next: npm run mainstay -- train --then-score",
  "cli.import.next-contracts": "Next: npm run mainstay -- metrics --from DAY --to DAY",
  "cli.import.next-costs": "Next: npm run mainstay -- costs --from DAY --to DAY",

  "cli.preview.give-month": "Give a month such as 2026-10.",
  "cli.preview.give-week": "Give a week such as 2026-W47.",

  "cli.start.local": "No Slack tokens in .env: opening a local stand-in for a Slack workspace.",
  "cli.start.ready": "Mainstay is ready at {url} ({seconds, number} s). Stop it with Ctrl+C.",

  "cli.worker.embedded":
    "A worker shares the bot's database. Set DATABASE_URL to a PostgreSQL server: the embedded one is one process's own.",
  "cli.worker.ready": "Waiting for work. Ctrl+C ends it.",
  "cli.worker.stopped":
    "Stopped after {ranges, plural, =0 {no ranges} one {one range} other {{ranges, number} ranges}} of customers.",
} as const;
