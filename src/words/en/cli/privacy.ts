/** What `mainstay privacy` says, also in the file. */
export const cliPrivacy = {
  "cli.privacy.exists": "There is a file {file} already. Give another name, or move that one away.",
  "cli.privacy.written":
    "{rows, plural, one {# row} other {# rows}} of {tables, plural, one {# table} other {# tables}} about {name} written to {file}. Only you can read it: hand it to nobody else.",
  "cli.privacy.left-out": "Not in it:",
  "cli.privacy.holds":
    "Every row that is kept of this customer and of those joined with them, by table. Amounts are in whole minor units, times in UTC. Of messages to the team it has what they say of this customer. Texts that colleagues wrote about them are in it: read it before you hand it on.",
  "cli.privacy.because.nobodys": "nothing in it is about one customer",
  "cli.privacy.because.team": "about the team, not about customers",
  "cli.privacy.because.settings": "what the team has set, not about one customer",
  "cli.privacy.because.sources": "about the systems that data comes from",
  "cli.privacy.because.files":
    "imported files and their rejected lines, which are no customer’s; a line may name this one: look with import rejected",
  "cli.privacy.because.raw":
    "requests as they arrived, not yet worked off or kept for some days; they may name this customer and are not searched",
  "cli.privacy.because.of-several":
    "what messages were decided from, sealed together with other customers’; replay KEY shows one message",
  "cli.privacy.erase-whom": "Name a customer, or a contact with --contact: one of the two.",
  "cli.privacy.no-contact":
    "No contact is known as “{typed}”. Give the e-mail, the number, “system:number” or the whole name.",
  "cli.privacy.several-contacts":
    "Several contacts are called “{typed}”: {contacts}. Give the e-mail or “system:number”.",
  "cli.privacy.would-erase":
    "Erasing {name} would change or remove {rows, plural, =0 {no rows} one {# row} other {# rows}}. Nothing was changed.",
  "cli.privacy.erased":
    "{name} is erased: {rows, plural, =0 {no rows} one {# row} other {# rows}} changed or removed.",
  "cli.privacy.erased-of": "  {table}: {rows, number}",
  "cli.privacy.in-slack":
    "{messages, plural, one {# message that names} other {# messages that name}} them stand in Slack, where the bot takes nothing back: delete them there (outbox list names them).",
  "cli.privacy.not-searched":
    "Too short or too plain to be searched for in what others wrote: {names}. Their own rows are erased all the same.",
  "cli.privacy.still-in":
    "Looks like them and is kept: {rows, plural, one {# row} other {# rows}} of {table} (names of colleagues and products, numbers of documents).",
  "cli.privacy.add-yes":
    "--yes does it. There is no way back; make a backup first, and delete older ones in time.",
  "cli.privacy.from-now-on":
    "Imports and pulls refuse their rows from now on, and say so. Delete them in the systems they come from, in backups and in files on disk.",
} as const;
