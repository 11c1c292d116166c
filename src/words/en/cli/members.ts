/** What `mainstay member` says. */
export const cliMembers = {
  "cli.members.head.name": "Name",
  "cli.members.head.email": "E-mail",
  "cli.members.head.id": "Slack id",
  "cli.members.head.role": "Role",
  "cli.members.head.from": "Role from",
  "cli.members.head.account": "Account",
  "cli.members.from-slack": "Slack",
  "cli.members.from-group": "Slack, @{group}",
  "cli.members.by-hand": "set by hand on {day}",
  "cli.members.nobody":
    "Nobody is known yet. The bot reads the list of people when it connects to Slack; start it once.",
  "cli.members.others":
    "{people, plural, one {# more person is a guest, a bot, from another organisation or deactivated and gets} other {# more people are guests, bots, from other organisations or deactivated and get}} nothing; --all lists them",
  "cli.members.set":
    "{name} is now {role, select, rep {rep} manager {manager} other {operations}}, before {before, select, rep {rep} manager {manager} other {operations}}. It holds from their next act on, and Slack does not change it.",
  "cli.members.pinned":
    "{name} stays {role, select, rep {rep} manager {manager} other {operations}}, now set by hand: Slack does not change it.",
  "cli.members.given-back":
    "The role of {name} comes from Slack again: rep from now on; whoever is in a user group that gives a role, or, without such a group, administers the workspace, has it at their next act or the next reading of the list.",
  "cli.members.unchanged":
    "{name} is {role, select, rep {rep} manager {manager} other {operations}} already.",
  "cli.members.unchanged-back": "The role of {name} comes from Slack already: rep.",
  "cli.members.no-member":
    "{name} is no member of the workspace ({account, select, guest {a guest} bot {a bot} outsider {from another organisation} other {deactivated}}) and gets nothing, whatever the role. Make them a member in Slack first.",
  "cli.people.none": "Nobody is known as “{typed}”. See who is: member list",
  "cli.people.none-but": "Nobody is known as “{typed}”. Nearest: {people}.",
  "cli.people.several": "Several people are called “{typed}”: {people}. Give the e-mail or the Slack id.",
} as const;
