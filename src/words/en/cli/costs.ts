/** The commands about costs and the ledger. */
export const cliCosts = {
  "cli.costs.title": "Cost of keeping customers, {from} to {to}, in {currency}",
  "cli.costs.total": "{total} in all: {direct} direct, {indirect} indirect; {change}",
  "cli.costs.per-served": "per customer {each}: ÷ {customers, number} served (on any day)",
  "cli.costs.per-retained":
    "per retained customer {each}: ÷ {customers, number} there at the start and still at the end",
  "cli.costs.foot":
    "Days are those of {timeZone}. A buyer without a contract counts for {window, plural, one {# day} other {# days}} after a purchase. Read {readAt} UTC; activities up to {dataUpTo}.",
  "cli.costs.no-data": "n/a (there are none)",
  "cli.costs.none":
    "No costs on these days. Add some: npm run mainstay -- ledger add, or import FILE --preset mainstay-costs.",
  "cli.costs.nobody-behind": "n/a: no customers stand behind such a row, so it has no revenue.",
  "cli.costs.profitability":
    "Profitability: revenue − acquisition cost of those who first became customers − cost.",
  "cli.costs.column.cost": "cost",
  "cli.costs.column.direct": "direct",
  "cli.costs.column.indirect": "indirect",
  "cli.costs.column.revenue": "revenue",
  "cli.costs.column.acquisition": "acquisition",
  "cli.costs.column.profitability": "profitability",
  "cli.costs.change": "{percent, number, ::sign-except-zero .0} % on {before} from {from} to {to}",
  "cli.costs.change.not-comparable": "change n/a ({before} from {from} to {to})",
  "cli.costs.change.nothing": "nothing from {from} to {to}",
  "cli.costs.change.unknown": "no comparison with {from} to {to}",
  "cli.costs.retention":
    "customers: {atStart, number} at the start, {joined, number} joined, {reactivated, number} came back, {left, number} left, {atEnd, number} at the end; of those at the start {retained, number, ::.0} % retained, {churned, number, ::.0} % ({lost, number}) lost",
  "cli.costs.retention.none":
    "customers: {atStart, number} at the start, {joined, number} joined, {reactivated, number} came back, {left, number} left, {atEnd, number} at the end; retention n/a (nobody was one at the start)",

  "cli.ledger.recorded": "Recorded",
  "cli.ledger.recorded-before": "Recorded before; nothing was written",
  "cli.ledger.id-taken":
    "--id: “{key}” is recorded with other facts: {entry}. Correct that entry (ledger correct {id} --to AMOUNT), or choose another id.",
  "cli.ledger.by-or-to": "Say either by how much (--by -20) or what it should be worth (--to 80).",
  "cli.ledger.now-worth": "Entry {id} is now worth {amount}",
  "cli.ledger.corrected-by": "entry {id} corrects it by {amount}, on its days",
  "cli.ledger.corrected-later":
    "entry {id} corrects it by {amount}: {from} to {to} is closed, so this counts on {day} as an adjustment",
  "cli.ledger.closed-through": "The ledger is closed through {day}",
  "cli.ledger.is-closed": "The ledger is closed through {day}.",
  "cli.ledger.made-first":
    "{entries, plural, one {# recurring entry was} other {# recurring entries were}} made first.",
  "cli.ledger.unknown-entry": "There is no entry {id}. See: npm run mainstay -- ledger list",
  "cli.ledger.entry":
    "{id}  {amount}  {what}, {kind}, {days}, for {appliesTo} by {driver}{correctsId, select, none {} other {, corrects {correctsId}}}{bookedOn, select, none {} other {, counts on {bookedOn}}}{note}",
  "cli.ledger.days": "{from} to {to}",
  "cli.ledger.note": " – {note}",
  "cli.ledger.within": "{category} ({subcategory})",

  "cli.ledger.list.more":
    "{more, plural, one {# older entry is} other {# older entries are}} not shown. See all: --limit {total, number, ::group-off}",
  "cli.ledger.list.none-fits": "No entry fits. Leave out a filter to see more.",
  "cli.ledger.list.only-entries":
    "--customer, --segment, --category and --note choose among entries: npm run mainstay -- ledger list entries",
  "cli.ledger.list.none.entries":
    "No entries. Record one (ledger add), or import a file: import costs.csv --preset mainstay-costs",
  "cli.ledger.list.none.recurring": "No recurring costs. Record one: ledger recurring add",
  "cli.ledger.list.none.rates": "No rates. State one: ledger rate USD EUR 0.92 --from 2026-07-01",
  "cli.ledger.list.none.budgets": "No budgets. Set one: ledger budget all 50000 EUR --from DAY --to DAY",
  "cli.ledger.list.none.hourly-costs":
    "No hourly costs: minutes of touches have no price. State one: ledger hourly-cost MEMBER 48 EUR --from DAY",
  "cli.ledger.rate": "1 {from} = {rate} {to} from {day}",
  "cli.ledger.budget": "{amount} for {scope}, {from} to {to}",
  "cli.ledger.hourly-cost": "{person}  {amount} from {day}",

  "cli.recurring.ends-first": "--until: The end is before the first day.",
  "cli.recurring.recorded": "Recurring cost {cost}",
  "cli.recurring.made":
    "{entries, plural, one {# entry} other {# entries}} made; the others follow on the first day of each period.",
  "cli.recurring.unknown": "There is no recurring cost {id}. See: npm run mainstay -- ledger list recurring",
  "cli.recurring.ended": "Recurring cost {id} begins no period after {day}",
  "cli.recurring.made-later": "Made before, and beginning later: entries {entries}.",
  "cli.recurring.take-back":
    "Take back those that were not spent: npm run mainstay -- ledger correct ID --to 0",
  "cli.recurring.ran": "{entries, plural, =0 {Nothing was due} one {# entry made} other {# entries made}}",
  "cli.recurring.cost":
    "{id}  {amount} every {every} from {from}{until}  {category}, {kind}, for {appliesTo} by {driver}{note}",
  "cli.recurring.until": " until {day}",

  "cli.rate.not-one":
    "“{typed}” is no rate. Write a decimal above zero, such as 0.92, with at most ten decimals.",
  "cli.rate.to-itself": "A currency needs no rate to itself. Name two of them.",
  "cli.rate.stated": "From {day} on, 1 {from} is {rate} {to}{before}",
  "cli.rate.before": " (before: {rate})",
  "cli.budget.unknown-scope":
    "“{typed}” is no scope of a budget. Write all, segment:NAME or category:NAME; the categories are {choices}.",
  "cli.budget.ends-first": "--to: The last day is before the first one.",
  "cli.budget.below-zero": "A budget is zero or more.",
  "cli.budget.set": "Budget of {amount} for {scope}, {from} to {to}",
  "cli.hourly-cost.zero": "An hour costs more than zero.",
  "cli.hourly-cost.unknown":
    "I know no member “{typed}”. Give the e-mail address or Slack user id of someone who has used the bot.",
  "cli.hourly-cost.stated": "From {day} on, an hour of {name} costs {amount}",
} as const;
