/** What `playbooks` says. */
export const cliPlaybooks = {
  "cli.playbooks.column.key": "Playbook",
  "cli.playbooks.column.mode": "Mode",
  "cli.playbooks.column.numbers": "Numbers",
  "cli.playbooks.column.minutes": "Minutes",
  "cli.playbooks.column.gift": "Gift",
  "cli.playbooks.column.applied": "Applied ({days} days)",
  "cli.playbooks.column.told": "Told",
  "cli.playbooks.column.set": "Set",
  "cli.playbooks.set-by": "{who}, {day}",
  "cli.playbooks.misfit":
    "{key}: {number} was set to {kept}, which no longer fits {least, number} to {most, number}: {value, number} counts.",
  "cli.playbooks.misfit.gone": "{key}: {number} was set, and this playbook has no such number any more.",
  "cli.playbooks.threshold":
    "Nudges about risk begin at {percent, number} %: `playbooks set nudge-threshold --number fromRisk=N` sets it.",
  "cli.playbooks.unknown": "Set once, and not known to this version, so without effect: {playbooks}",
  "cli.playbooks.next":
    "Applied and told: customers weighed for a nudge or whose card was opened, each once a playbook. Set one: npm run mainstay -- playbooks set KEY --mode dry-run --number NAME=VALUE",
  "cli.playbooks.bad-number": "Write name=value, such as leastDropPercent=40.",
  "cli.playbooks.unknown-key": "There is no playbook “{key}”. There are: {keys}.",
  "cli.playbooks.problem": "{option}: {problem}",
  "cli.playbooks.meanwhile":
    "Somebody else changed {key} at the same moment: nothing was saved. Run it again.",
  "cli.playbooks.saved": "{key} is saved.",
  "cli.playbooks.unchanged": "{key} was set like this already.",
} as const;
