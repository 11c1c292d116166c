/** What the command line says of imports: those that brought nothing, lists, rejected lines, and taking one back. */
export const cliImports = {
  "cli.import.nothing":
    "Nothing was imported: {lines, plural, one {the only line was} other {all # lines were}} rejected.",
  "cli.import.nothing.more": "and {more, plural, one {# other reason} other {# other reasons}}",
  "cli.import.nothing.next":
    "Correct the file and import it again, or see each line: npm run mainstay -- import rejected {id}",
  "cli.import.nothing.no-lines":
    "Nothing was imported: no such row stands below the names of the columns. Export the file again with its rows.",
  "cli.import.reason": "{rows, number} {reason}, such as {example}",

  "cli.imports.about": "{what}, source {source}, {when}: {state}",
  "cli.imports.correct":
    "To correct the rejected lines: npm run mainstay -- import rejected {id} --to-correct FILE, then import that file.",
  "cli.imports.count": "{rows, number}",
  "cli.imports.counted.accepted": "{rows, number} new",
  "cli.imports.counted.duplicates": "{rows, number} there already",
  "cli.imports.counted.read": "{rows, number} read",
  "cli.imports.counted.rejected": "{rows, number} rejected still",
  "cli.imports.counted.updated": "{rows, number} changed",
  "cli.imports.head.accepted": "new",
  "cli.imports.head.duplicates": "there already",
  "cli.imports.head.file": "file",
  "cli.imports.head.id": "no.",
  "cli.imports.head.read": "read",
  "cli.imports.head.rejected": "rejected",
  "cli.imports.head.state": "state",
  "cli.imports.head.updated": "changed",
  "cli.imports.head.what": "what",
  "cli.imports.head.when": "when",
  "cli.imports.heading": "Import {id} of {file}",
  "cli.imports.none": "Nothing was imported yet. Import a file: npm run mainstay -- import FILE",
  "cli.imports.state.done": "done",
  "cli.imports.state.running": "not finished; the same file again goes on",
  "cli.imports.state.undone": "taken back",
  "cli.imports.unknown": "There is no import {id}. See them: npm run mainstay -- import list",

  "cli.rejected.cut":
    "{lines, plural, one {# line has} other {# lines have}} {longest, number} characters or more and {lines, plural, one {was} other {were}} not kept whole. Correct {lines, plural, one {it} other {them}} in the file {lines, plural, one {it} other {they}} came from.",
  "cli.rejected.none-of": "Import {id} has no rejected lines.",
  "cli.rejected.no-header":
    "Import {id} was made before headers were kept. Import its file again, then ask again.",
  "cli.rejected.written":
    "{lines, plural, one {# line} other {# lines}} written to {file}. Correct them there, leave the first two columns as they are, and import the file.",

  "cli.undo.ask": "Take it back? [y/N]",
  "cli.undo.because.activities": "rows of other imports name them",
  "cli.undo.because.changed": "a later file changed them",
  "cli.undo.because.closed": "closed books count them",
  "cli.undo.because.contracts": "a file tells of their contracts",
  "cli.undo.because.costs": "costs are recorded for them",
  "cli.undo.because.joined": "they are joined with a customer of another system",
  "cli.undo.because.people": "somebody snoozed them, or redeemed or changed their points",
  "cli.undo.because.records": "they have contacts, tickets, feedback, touches or mentions from elsewhere",
  "cli.undo.because.suggestions": "steps were suggested for them",
  "cli.undo.changed-later":
    "{rows, plural, one {# row} other {# rows}} that a later import changed {rows, plural, one {stays} other {stay}} as that one told",
  "cli.undo.closed":
    "Import {id} cannot be taken back: {rows, plural, one {# of its rows is} other {# of its rows are}} on days whose books are closed (through {through}). Nothing was changed. Import what is wrong the other way round instead, such as a refund for an order: it counts on the first open day.",
  "cli.undo.contracts":
    "Import {id} told contracts, and they are told anew, never taken back. Correct the file and import it as another one.",
  "cli.undo.costs":
    "Import {id} recorded {entries, plural, one {# cost} other {# costs}}, and the ledger is only ever corrected. See them with npm run mainstay -- ledger list, then for each: npm run mainstay -- ledger correct ENTRY --to 0",
  "cli.undo.done":
    "Import {id} of {file} is taken back: {rows, plural, one {# row} other {# rows}} and {customers, plural, one {# customer} other {# customers}} removed, {restored, number} changed back.",
  "cli.undo.held":
    "{customers, plural, one {# customer stays} other {# customers stay}}, because {because}: {names}{more, plural, =0 {} other { and # more}}",
  "cli.undo.not-restored":
    "{rows, plural, one {# row it changed keeps} other {# rows it changed keep}} what it told: import the file they had before again",
  "cli.undo.not-undone":
    "Import {id} of {file} was not taken back. To do it without a question: npm run mainstay -- import undo {id} --yes",
  "cli.undo.plan": "Taking back import {id} of {file}:",
  "cli.undo.restored": "{rows, plural, one {# row gets} other {# rows get}} back what was told before",
  "cli.undo.rows":
    "{rows, plural, one {# row goes} other {# rows go}}, and {customers, plural, one {# customer} other {# customers}} whom nothing else tells of",
  "cli.undo.undone-already": "Import {id} is taken back already. To load it anew, import its file again.",
} as const;
