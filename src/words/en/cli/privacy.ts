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
} as const;
