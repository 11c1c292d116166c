/** What nudges brought and cost, for a manager who looks at it for five seconds, and then at one line. */
export const uplift = {
  "uplift.count": "{count, number}",
  "uplift.field.sent": "Sent",
  "uplift.field.acted-on": "Acted on",
  "uplift.acted-on": "{acted, number} ({percent, number} %)",
  "uplift.field.staying": "Stay because of it",
  "uplift.field.saved": "Saved: margin it brought",
  "uplift.field.cost": "What it cost",
  "uplift.field.returned": "Return on that",

  "uplift.staying.said":
    "{effect, number, ::sign-always .0} points ({low, number, ::sign-always .0} to {high, number, ::sign-always .0})",
  "uplift.staying.between":
    "Cannot be said yet: {low, number, ::sign-always .0} to {high, number, ::sign-always .0} points",
  "uplift.saved.said": "{gain} ({low} to {high})",
  "uplift.saved.between": "Cannot be said yet: {low} to {high}",
  "uplift.not-said": "Cannot be said yet",
  "uplift.cost": "{total}",
  "uplift.cost.parts": "{total}: {time} of time, {gifts} of gifts",
  "uplift.cost.none": "Nothing recorded yet",
  "uplift.cost.unknown": "Not known",
  "uplift.returned.said":
    "{percent, number, ::sign-always} % ({low, number, ::sign-always} to {high, number, ::sign-always} %)",
  "uplift.returned.not-yet": "Cannot be said yet",

  "uplift.unsaid": "*What we cannot say yet*\n{lines}",
  "uplift.unsaid.line": "• {what}",
  "uplift.unsaid.staying.nobody-held-out":
    "Whether nudges keep customers: of those who came due nobody is held out of all nudges, so there is nobody to compare with. Whoever runs the bot sets how many are held out.",
  "uplift.unsaid.staying.too-few":
    "Whether nudges keep customers: it is known of {known, plural, one {# customer} other {# customers}} whether they stayed, {heldOut, number} are held out so far, and it takes {least, number} known in each group.",
  "uplift.unsaid.staying.both-signs":
    "Whether nudges keep customers: what {known, plural, one {# customer} other {# customers}} did fits harm as well as help.",
  "uplift.unsaid.staying.arms-not-as-drawn":
    "Anything about all nudges together: {heldOut, number} of {all, number} customers are held out, which is not as they were drawn. Something bent the comparison, such as a share changed within the quarter. Ask whoever runs the bot.",
  "uplift.unsaid.returned.nobody-held-out": "Whether nudges pay: that takes customers who are held out.",
  "uplift.unsaid.returned.arms-not-as-drawn": "Whether nudges pay, for the same reason.",
  "uplift.unsaid.returned.no-rate": "Whether nudges pay: {problem}",
  "uplift.unsaid.returned.too-few":
    "Whether nudges pay: it takes {least, number} customers in each group whose margin of {days, plural, one {# day} other {# days}} is known.",
  "uplift.unsaid.returned.unpriced-time":
    "Whether nudges pay: what an hour costs is not stated for who made {contacts, plural, one {# contact} other {# contacts}}, so the cost is too low. Ask whoever keeps the ledger to state it.",
  "uplift.unsaid.returned.no-cost": "Whether nudges pay: no cost is known of those whose outcome is known.",
  "uplift.unsaid.returned.both-signs":
    "Whether nudges pay: by the margin they brought, a loss is as possible as a profit.",
  "uplift.unsaid.without-margin":
    "What {customers, plural, one {# customer} other {# customers}} brought: neither their file nor the settings name a margin. They are left out, not counted as nothing.",
  "uplift.unsaid.unpriced":
    "What {contacts, plural, one {# contact} other {# contacts}} cost: what an hour costs is not stated for who made them.",
  "uplift.unsaid.cost-no-rate": "All that it cost: {problem}",
  "uplift.unsaid.playbooks-bent": "Anything about {playbooks}: not as many are held out as were drawn.",

  "uplift.foreseen":
    "{basis, select, everybody {If all {customers, plural, one {# customer} other {# customers}} with an owner come due} other {With {customers, plural, one {# customer} other {# customers}} coming due as last quarter}}, {quarter} can show effects of {playbook, number, ::.#} points or more in a playbook that all of them come due for{together, select, none {; for all nudges together too few are held out} other {, and of {together} points in all nudges together}}.",
  "uplift.foreseen.points": "{points, number, ::.#}",
  "uplift.foreseen.nothing":
    "{basis, select, everybody {Even if all {customers, plural, one {# customer} other {# customers}} with an owner come due} other {With {customers, plural, one {# customer} other {# customers}} coming due as last quarter}}, {quarter} cannot show any effect: too few would be held out.",
  "uplift.foreseen.suggest":
    "Most nudges do less than that. With {percent, number} % held out per playbook it would be {worth, number} points or less: ask whoever runs the bot.",

  "uplift.playbook.counts":
    "{sent, plural, one {# sent} other {# sent}} · {acted, number} acted on · {notUseful, number} not useful · {heldOut, number} held out",
  "uplift.playbook.right": "{right, number} of {judged, number} judged right ({percent, number} %)",
  "uplift.playbook.right.few": "{right, number} of {judged, number} judged right so far",
  "uplift.playbook.right.none": "None judged yet",
  "uplift.playbook.helps":
    "Helps: {effect, number, ::sign-always .0} points stay ({low, number, ::sign-always .0} to {high, number, ::sign-always .0})",
  "uplift.playbook.harms":
    "Harms: {effect, number, ::sign-always .0} points ({low, number, ::sign-always .0} to {high, number, ::sign-always .0}). Consider switching it off",
  "uplift.playbook.between":
    "Staying not yet ({low, number, ::sign-always .0} to {high, number, ::sign-always .0} points)",
  "uplift.playbook.not-yet": "Staying not yet: so many can show {least, number, ::.#} points or more",
  "uplift.playbook.nobody-held-out": "Nobody is held out to compare with",
  "uplift.playbook.bent": "No verdict: {heldOut, number} held out is not as drawn",
  "uplift.playbook.cost": "Cost {total}",
  "uplift.playbook.cost.none": "No cost recorded",
  "uplift.playbook.cost.unknown": "Cost not known",
  "uplift.playbook.returned": "Return {returned}",
  "uplift.playbook.returned.not-yet": "Return not yet",
  "uplift.advice.raise":
    "Fewer than half were right. At {percent, number} % you would have had {sent, number}, {right, number} of {judged, number} judged right: `/customer threshold {percent, number}%` previews it.",
  "uplift.advice.own-numbers":
    "Fewer than half were right, and no risk threshold would have changed that: raise its own numbers (days, points, amounts), or switch it off.",
  "uplift.more": "{more, plural, one {# more playbook} other {# more playbooks}} with fewer nudges.",
  "uplift.how":
    "Stay: bought again or still under contract {days, plural, one {# day} other {# days}} later. Margin: of those days. Both are the difference to customers held out by a draw; intervals of 95 %, valid however often you look. Right: somebody acted on it, or the customer left within {days, number} days; wrong: not useful, or nobody acted and they stayed; what somebody had handled already is not judged.",
  "uplift.foot":
    "Numbers of playbooks, on and off: `/customer playbooks settings`. Another threshold: `/customer threshold 60%`.",
  "uplift.button.before": "Last quarter",
  "uplift.text.playbook": "{name}: {counts}, {right}",

  "threshold.title": "At {percent, number} %, {quarter} would have been",
  "threshold.together": "*All together*: {change}",
  "threshold.playbook": "*{name}*: {change}",
  "threshold.change":
    "{sent, number} of {was, plural, one {# nudge} other {# nudges}}, {right, number} of {judged, number} judged right (it was {wasRight, number} of {wasJudged, number})",
  "threshold.none-left":
    "none of {was, plural, one {# nudge} other {# nudges}} (right were {wasRight, number} of {wasJudged, number} judged)",
  "threshold.how":
    "Nothing is changed. Right: somebody acted on it, or the customer left within {days, plural, one {# day} other {# days}}. Whoever would have come in their place is not in it.",
  "threshold.set": "`/customer playbooks settings` sets it.",
  "threshold.below-now":
    "Nudges begin at {now, number} % now, so nobody was nudged at {percent, number} %, and what would have come of it is not known. Ask for {now, number} % or more.",
  "threshold.no-nudges": "There were no nudges in {first} or {second}: there is nothing to preview yet.",
  "threshold.unreadable":
    "Say the risk from which on to nudge as a percentage, such as `/customer threshold 60%`.",
} as const;
