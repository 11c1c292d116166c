/** The commands that train, score, explain and choose a model. */
export const cliRisk = {
  "cli.score.progress": "Scoring",
  "cli.score.done":
    "Scored {customers, plural, one {# customer} other {# customers}} as of {day} in {seconds, number, ::.0} s",
  "cli.score.no-signal":
    "{found} So {customers, plural, one {# customer gets} other {# customers get}} no figure of their own, but that reason.",
  "cli.score.short-history":
    "{customers, plural, one {# more has} other {# more have}} too little history for a probability.",
  "cli.score.kept":
    "{customers, plural, one {# customer keeps the score they have} other {# customers keep the score they have}}: their source has sent nothing since.",
  "cli.score.stopped": "Stopped: {source}",
  "cli.score.stopped.advice":
    "Their risks stay as of then until it sends again. See why its export or connection has stopped, then import what is missing.",
  "cli.score.out-of-range":
    "{percent, number, ::.0} % of their figures lie beyond what the model saw in training and count as the nearest it saw.",
  "cli.score.not-network": "The {serves} serves: the network did not beat it.",
  "cli.score.next": "Next: npm run mainstay -- preview customer NAME",
  "cli.score.next-no-signal": "Next: npm run mainstay -- doctor, which says what history would help",

  "cli.train.progress": "Training",
  "cli.train.done":
    "Model version {version}, trained on {snapshots, plural, one {# snapshot} other {# snapshots}}, {rows, plural, one {# row} other {# rows}} in {seconds, number, ::.0} s",
  "cli.train.held-out":
    "On the {customers, plural, one {# customer} other {# customers}} of {day}, held out of training:",
  "cli.train.let-serve": "To let it serve all the same: npm run mainstay -- model use {version}",
  "cli.train.next": "Next: npm run mainstay -- score",
  "cli.train.nobody": "Nobody gets a figure of their own.",
  "cli.train.network": "The network beats the others (log loss): it is what this version serves.",
  "cli.train.network-unfit": "The {serves} is what this version serves, and every card says so.",
  "cli.train.not-network":
    "The network does not beat the {serves} (log loss): the {serves} is what this version serves, and every card says so.",
  "cli.train.champion-stays": "Version {version} goes on serving. {why}",
  "cli.train.takes-over": "Version {version} serves from now on. {why}",
  "cli.why-silent": "{name}: {because}",

  "cli.attributes.none":
    "The customer file has no further columns. What an import keeps as attributes of customers can be read by the model.",
  "cli.attributes.column.name": "Attribute",
  "cli.attributes.column.known": "Known of",
  "cli.attributes.column.reads": "What the model reads",
  "cli.attributes.customers": "{customers, plural, one {# customer} other {# customers}}",
  "cli.attributes.reads.number": "its size",
  "cli.attributes.reads.values": "whether it is {values}",
  "cli.attributes.as-known": "{reads}; of the past, only what was known then",
  "cli.attributes.since-start": "{reads}; as if it had been known from the start",
  "cli.attributes.because.left-out": "nothing: it was left out",
  "cli.attributes.because.knows-the-end": "nothing: it says why a customer left",
  "cli.attributes.because.rare": "nothing: it is known of too few",
  "cli.attributes.because.one-value": "nothing: it is the same for all",
  "cli.attributes.because.all-different":
    "nothing: it is different for each, as a name, a date or a number of theirs",
  "cli.attributes.because.too-many": "nothing: others are known of more customers",
  "cli.attributes.next":
    "The next training goes by this. An attribute that never changes and says nothing of who left (such as the industry): npm run mainstay -- attributes since-start NAME",
  "cli.attributes.unknown": "No customer has an attribute {name}. There are: {names}",
  "cli.attributes.decided.since-start":
    "From the next training on, {name} counts as known from the start. If it was filled in after customers left, the model will look better than it is: then take this back (attributes as-known).",
  "cli.attributes.decided.left-out": "From the next training on, the model does not read {name}.",
  "cli.attributes.decided.as-known":
    "From the next training on, the model reads {name} from the day on which it was known.",

  "cli.model.caveat": "{what} {leak}",

  "cli.model.next": "The next scoring uses it; to score now: npm run mainstay -- score",
  "cli.model.unknown": "There is no model version {version}. To see them: npm run mainstay -- model list",
  "cli.model.cannot-serve": "Version {version} cannot serve. {why}",
  "cli.model.serves-already": "Version {version} serves already.",
  "cli.model.serves": "Version {version} serves from now on.",
  "cli.model.serves-instead": "Version {version} serves from now on, instead of {before}.",
  "cli.model.first": "Nothing to roll back to: version {version} is the first one that served.",
  "cli.model.no-longer":
    "Version {version} served before, but cannot any more. {why} To choose another: npm run mainstay -- model list",
  "cli.model.rolled-back": "Rolled back from version {from}: version {version} serves again.",
  "cli.model.column.id": "id",
  "cli.model.column.trained": "trained",
  "cli.model.column.data": "data",
  "cli.model.column.seed": "seed",
  "cli.model.column.serves": "serves",
  "cli.model.column.log-loss": "log loss (baseline)",
  "cli.model.column.ece": "ECE",
  "cli.model.column.status": "status",
  "cli.model.from-to": "{from} to {to}",

  "cli.model.title":
    "Model version {version} ({status}{promoted, select, never {} other {, promoted {promoted}}})",
  "cli.model.trained": "trained",
  "cli.model.trained.value": "{at}, in {seconds, number, ::.0} s",
  "cli.model.data": "data",
  "cli.model.data.beginning": "beginning",
  "cli.model.learned-from": "learned from",
  "cli.model.learned-from.value":
    "{snapshots, plural, one {# snapshot} other {# snapshots}}, {from} to {to}: {rows, plural, one {# row} other {# rows}}{share}",
  "cli.model.learned-from.share": ", of {percent, number, ::.0} % of the customers",
  "cli.model.features": "features",
  "cli.model.features.value": "{count, number}: {features}",
  "cli.model.features.not-kept": "not kept",
  "cli.model.horizon": "horizon",
  "cli.model.horizon.value": "{days, plural, one {# day} other {# days}}",
  "cli.model.seed": "seed",
  "cli.model.serves-what": "serves",
  "cli.model.artifact": "artifact",
  "cli.model.artifact.value": "SHA-256 {hash}…",
  "cli.model.intervals": "95 % intervals of the {serves}: log loss {logLoss}, AUC {auc}, ECE {ece}",
  "cli.model.no-reliability": "No reliability was kept with this version.",
  "cli.model.reliability": "Said (|) and happened (o), by tenths of the probability:",
  "cli.model.reliability.bin":
    "said {said, number} %, left {left, number} % ({low, number} %–{high, number} %) of {customers, number}",
  "cli.model.everyone-alike": "everyone alike",
  "cli.model.constant": "constant: no signal found",

  "cli.why.not-scored": "{name} has not been scored yet. Run: npm run mainstay -- score",
  "cli.why.several": 'Several customers fit "{typed}": {customers}. Name one of them.',
  "cli.why.nobody": 'No customer is called "{typed}".',
  "cli.why.nobody-but": 'No customer is called "{typed}". Nearest: {customers}.',
  "cli.why.name-one": "Give a customer's name, alias, domain or number.",
  "cli.why.no-figure": "No risk figure: {reason}; scored as of {at}",
  "cli.why.risk": "{percent, number, ::.0} %{range} risk of leaving{horizon}, scored as of {at}",
  "cli.why.risk.range": " ({low, number, ::.0}–{high, number, ::.0})",
  "cli.why.risk.horizon": " within {days, plural, one {# day} other {# days}}",
  "cli.why.version": "Model version {version} ({serves}), trained {at}, artifact SHA-256 {hash}",
  "cli.why.replay.same": "Replayed: today's data and the stored model give the same probability.",
  "cli.why.replay.differs":
    "Does not replay: it would be {percent, number, ::.0} % now; data from before the score came in or changed after it.",
  "cli.why.replay.impossible": "Cannot be replayed. {why}",
  "cli.why.replay.nothing": "Nothing to replay: there is no probability.",
  "cli.why.no-earlier": "No earlier probability to compare with.",
  "cli.why.untold": "Why it moved cannot be told. {why}",
  "cli.why.since": "Since {at}: {movement}",
} as const;
