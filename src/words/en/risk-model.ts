/**
 * What serves and why, what was refused, and whether the model still fits. Codes that end in `.cli` say the same on the
 * command line, where a command to type helps; Slack says whom to ask.
 */
export const riskModel = {
  "refusal.no-model": "No model has been trained yet. Ask whoever runs the bot to train one.",
  "refusal.no-model.cli": "No model has been trained yet. Run: npm run mainstay -- train",

  "history.none": "There are no purchases or contracts before {until}. Import some history first.",
  "history.data-stopped":
    "What became of customers in the last {days, plural, one {# day} other {# days}} is not known: data had stopped for more than a tenth of them. Import what is missing, or wait until so many days lie behind the pause.",
  "history.too-short":
    "The history reaches back {days, plural, one {# day} other {# days}} before {until}; training needs {needed, number}. Import older history, or wait {more, plural, one {# more day} other {# more days}}.",
  "training.nothing-new": "No activities have come since version {version} was trained on {trained}.",

  "model.damaged": "The stored bytes of model version {version} are damaged. A new training replaces it.",
  "model.damaged.cli": "The stored bytes of model version {version} are damaged. Train again, or roll back.",
  "model.unreadable": "Model version {version} can no longer be read. A new training replaces it.",
  "model.unreadable.cli": "Model version {version} can no longer be read: {detail}",
  "model.other-horizon":
    "It looked {before, plural, one {# day} other {# days}} ahead, and the new one looks {now, plural, one {# day} other {# days}} ahead.",
  "model.unrated":
    "{customers, plural, one {What # customer spends is} other {What # customers spend is}} unknown to the model: there is no exchange rate from {currencies} to {to}. Ask whoever runs the bot to add {rates, plural, one {it} other {them}}.",
  "model.unrated.cli":
    "{customers, plural, one {What # customer spends counts} other {What # customers spend counts}} as unknown: no rate from {currencies} to {to} is stated. Add {rates, plural, one {the one} other {those}} you use, and train again afterwards: npm run mainstay -- ledger rate {first} {to} RATE --from DAY (RATE is how many {to} one {first} is, such as 0.92).",
  "model.not-recorded": "It is not recorded which model version gave the score.",
  "model.not-kept": "Model version {version} is no longer kept.",

  "decision.first": "It is the first model.",
  "decision.better": "{found} It takes its place.",
  "decision.not-better": "{found} The champion stays.",
  "decision.forced": "Promoted on demand. {found}",
  "decision.champion-unusable": "It replaces version {champion}, which could not be used. {why}",
  "decision.champion-unfit":
    "It replaces version {champion}, which is no longer fit to serve: on the {customers, plural, one {# customer} other {# customers}} of {day} {why}.",
  "compared.better":
    "Better than version {champion} beyond chance on the {customers, plural, one {# customer} other {# customers}} of {day} (log loss {difference, number, ::sign-always .0000}, 95 % interval {low, number, ::sign-always .0000} to {high, number, ::sign-always .0000}).",
  "compared.worse":
    "Worse than version {champion} beyond chance on the {customers, plural, one {# customer} other {# customers}} of {day} (log loss {difference, number, ::sign-always .0000}, 95 % interval {low, number, ::sign-always .0000} to {high, number, ::sign-always .0000}).",
  "compared.not-better":
    "Not better than version {champion} beyond chance on the {customers, plural, one {# customer} other {# customers}} of {day} (log loss {difference, number, ::sign-always .0000}, 95 % interval {low, number, ::sign-always .0000} to {high, number, ::sign-always .0000}).",

  "unfit.not-converged": "its calculation did not settle on an answer",
  "unfit.not-a-probability": "it gave figures that are no percentages",
  "unfit.all-alike": "it said the same of everybody",
  "unfit.off-level": "its percentages were nowhere near the share that really left",
  "unfit.worse-than-constant": "its percentages were worse than saying the same of everybody",
  "unfit.no-ranking": "it told who would leave from who would stay no better than guessing does",

  "signal.none": "No signal found in this history: nothing in it tells who leaves.",
  "signal.everybody":
    "Of {customers, plural, one {# customer} other {# customers}} on {day}, {percent, number} % left within {days, plural, one {# day} other {# days}}; that is all it can say of anybody.",
  "signal.unfit.network": "The neural network was not fit to serve: {why}.",
  "signal.unfit.baseline": "The simple baseline was not fit to serve: {why}.",
  "signal.unfit.rule": "The rule of one figure was not fit to serve: {why}.",
  "signal.too-good": "Suspiciously good:",
  "signal.leak":
    "“{described}” ({column}) may know the outcome. See whether it is known before a customer leaves.",

  "warning.calibration-off":
    "*Its probabilities are off:* of {customers, plural, one {# customer} other {# customers}} scored on {day} it expected {expected} to leave, {seen} did (95 % interval {low} to {high}).",
  "warning.scores-moved": "*Its scores have moved* far from those it was judged on ({moved}).",
  "warning.inputs-moved":
    "*Customers no longer look as in training:* {moved, plural, one {# figure} other {# figures}} of {watched, number} moved far, most of all {most}.",
  "warning.stale":
    "*It is {days, plural, one {# day} other {# days}} old* and has not seen the present season.",
  "warning.signal-lost.serves":
    "*It found no signal in the history*, where the one before had. It serves from now on: nobody gets a risk figure, and nobody is named for it.",
  "warning.signal-lost.stays":
    "*It found no signal in the history*, where the one before had. The version before it goes on serving.",
  "warning.moved": "PSI {psi, number, ::.00}, at its training {before, number, ::.00}",
  "warning.psi":
    "PSI is the population stability index: by custom, below 0.1 little has moved, from 0.25 on much has.",

  "model-alert.title": "The churn model needs a look (after week {week, number})",
  "model-alert.text":
    "{title}: {warnings, plural, one {# warning} other {# warnings}}. /customer model says more.",
  "model-alert.looked":
    "Version {version}, trained {trained}; looked at {customers, plural, one {# customer} other {# customers}} {looked}.",
  "model-alert.what-to-do":
    "Check first that imports still bring what they used to. Every Sunday a new version is trained and takes over only where it is better. `/customer model` shows what serves; whoever runs the bot can let another version serve.",

  "model.none":
    "No model has been trained yet, so there is no risk figure. Ask whoever runs the bot to train one.",
  "model.title": "Model version {version} serves",
  "model.title.no-signal": "Model version {version}: no signal found",
  "model.text": "Model version {version} serves. {believed}",
  "model.text.no-signal":
    "Model version {version}: no signal found in this history, so nobody gets a risk figure",
  "model.says":
    "It says how likely each customer is to leave within *{days, plural, one {# day} other {# days}}*. {serves, select, network {The neural network answers.} rule {The rule of one figure answers{network, select, beaten {: the neural network did not beat it} other {}}.} other {The simple baseline answers{network, select, beaten {: the neural network did not beat it} other {}}.}}",
  "model.no-signal":
    "*No signal found in this history:* nothing in it tells who leaves. So nobody gets a risk figure of their own.",
  "model.trained":
    "Trained {trained} on data from {from} to {to}: {snapshots, plural, one {# snapshot} other {# snapshots}}, {rows, plural, one {# row} other {# rows}}.",
  "model.trained-from-beginning":
    "Trained {trained} on data from the beginning to {to}: {snapshots, plural, one {# snapshot} other {# snapshots}}, {rows, plural, one {# row} other {# rows}}.",
  "model.judged-on":
    "*How good it was* on {customers, plural, one {# customer} other {# customers}} of {day}, whom it had not seen:",
  "model.kind":
    "{kind, select, network {Neural network} baseline {Baseline (logistic regression)} rule {Rule (one figure)} other {Everyone alike}}",
  "model.kind-serves":
    "{kind, select, network {Neural network, serves} baseline {Baseline (logistic regression), serves} rule {Rule (one figure), serves} other {Everyone alike, serves}}",
  "model.not-applicable": "n/a",
  "model.points": "{points, number, ::.0} points",
  "model.log-loss": "Log loss",
  "model.auc": "AUC",
  "model.calibration-error": "Calibration error",
  "model.chart.title": "What it said, and what happened",
  "model.chart.said": "Said",
  "model.chart.left": "Left",
  "model.chart.tenth": "{from}–{to} ({customers, number})",
  "model.chart.x": "Probability it gave, % (customers)",
  "model.chart.y": "% of these customers",
  "model.believed":
    "*Can the percentages be believed?* What became of customers it had not seen when it rated them:",
  "model.believed.not-kept":
    "*Can the percentages be believed?* Nothing was kept about that with this version.",
  "model.believed.nothing": "There is nothing to tell yet: too few customers have been rated alike.",
  "model.believed.tenth":
    "Of {customers, plural, one {# customer} other {# customers}} it rated at {from, number}–{to, number} %, {left, number} left{verdict, select, more {: more than it said} fewer {: fewer than it said} other {}}.",
  "model.believed.tenth-named": "{from, number}–{to, number} %",
  "model.believed.too-few":
    "Fewer than {least, number} customers were rated at {tenths}: too few to tell, so a customer's figure there is called rough.",
  "model.why": "*Why version {version}:* it serves.",
  "model.why-since": "*Why version {version}:* it serves since {since}.",
  "model.newer": "*Version {version}*, trained {trained}, does not serve.",
  "model.newer.no-signal": "It found no signal in the newest history.",
  "model.fits":
    "*Does it still fit?* Looked at {customers, plural, one {# customer} other {# customers}} on {day}.",
  "model.fits.not-looked": "*Does it still fit?* Not looked at yet; that happens every Monday.",
  "model.fits.nothing-kept": "Nothing was kept about its training's customers to compare today's with.",
  "model.fits.no-warning":
    "Nothing is beyond its threshold: of {watched, plural, one {# figure} other {# figures}} about customers, none has moved far since it was trained.",
  "model.fits.too-few": "Too few customers were scored long enough ago to check what it said then.",
  "model.fits.back-then":
    "Of {customers, plural, one {# customer} other {# customers}} scored on {day} it expected {expected} to leave, and {seen} did.",
  "model.footnote":
    "Log loss: how surprised it was by what happened, lower is better. AUC: how often it rates a customer who leaves riskier than one who stays; 0.5 is guessing, 1 is perfect. Calibration error: how far its percentages are from what happened, in percentage points.",
} as const;
