/** The commands about the loyalty programme. */
export const cliLoyalty = {
  "cli.loyalty.no-file": "There is no file {file}.",
  "cli.loyalty.bad-file": "{file} is no loyalty programme:\n{problem}\ndocs/loyalty.md shows one.",
  "cli.loyalty.bad-rate": "not points for one unit of money, such as 1 or 0.03",
  "cli.loyalty.bad-currency": "no currency, such as EUR",
  "cli.loyalty.bad-expiry": "neither “never” nor a time such as “12 months” or “90 days”",
  "cli.loyalty.bad-amount": "no amount above zero in this currency",
  "cli.loyalty.bad-share": "no share between 0 and 100 %",
  "cli.loyalty.bad-levels": "levels that differ in name and amount, please",
  "cli.loyalty.in-the-past":
    "A programme is in force already, and what was earned by it stays. Choose a day from {today} on (--from DAY).",
  "cli.loyalty.set":
    "From {day} on: points by these rules. Who has earned what is worked out every night, or at once: npm run mainstay -- loyalty run",
  "cli.loyalty.show.title": "Loyalty programme since {day}",
  "cli.loyalty.show.ahead": "Loyalty programme from {day} on",
  "cli.loyalty.show.earn":
    "{on, select, payment {Payments} other {Orders}} earn points, refunds take them back. For one unit of money: {rates}",
  "cli.loyalty.show.expires":
    "Points can be used for {count} {unit, select, days {{count, plural, one {day} other {days}}} other {{count, plural, one {month} other {months}}}}; the oldest are used first.",
  "cli.loyalty.show.never": "Points do not expire.",
  "cli.loyalty.show.worth":
    "{points, plural, one {A point is} other {# points are}} worth {worth}; {share} % are expected to be redeemed.",
  "cli.loyalty.show.tiers": "Tiers by net revenue of the last 12 months: {levels}",
  "cli.loyalty.show.level": "{name} from {amount}",
  "cli.loyalty.show.no-tiers": "There are no tiers.",
  "cli.loyalty.none":
    "No loyalty programme is set. Write one down (docs/loyalty.md shows how), then: npm run mainstay -- loyalty set FILE",
  "cli.loyalty.begins": "The loyalty programme begins on {day}; until then there are no points.",
  "cli.loyalty.ran":
    "{customers, plural, one {# customer} other {# customers}} looked at, {entries, plural, =0 {nothing was missing} one {# entry booked} other {# entries booked}}.",
  "cli.loyalty.ran.without":
    "In {currencies} nothing is earned: the programme has no points for what is bought there.",
  "cli.loyalty.points.title": "Points of {name}: {points}, worth {worth}",
  "cli.loyalty.points.tier": "Tier: {name}",
  "cli.loyalty.points.column.day": "day",
  "cli.loyalty.points.column.points": "points",
  "cli.loyalty.points.column.kind": "what",
  "cli.loyalty.points.column.of": "of",
  "cli.loyalty.points.column.expires": "usable until",
  "cli.loyalty.points.column.by": "by",
  "cli.loyalty.bad-points": "Write a whole number of points, such as 200.",
  "cli.loyalty.not-enough": "They have {points, plural, one {# point} other {# points}}.",
  "cli.loyalty.booked": "Booked. The balance is {balance}.",
  "cli.loyalty.repeated": "That reference was booked already. The balance is {balance}.",
  "cli.loyalty.no-liability": "There was no loyalty programme on {day}.",
  "cli.loyalty.liability":
    "{points} points of {customers, plural, one {# customer} other {# customers}} at the end of {day} × {worth} for {unit} × {share} % = {amount}",
  "cli.loyalty.waiting":
    "{customers, plural, one {# customer} other {# customers}} changed since points were settled: npm run mainstay -- loyalty run",
  "cli.loyalty.csv.customer": "customer",
  "cli.loyalty.csv.name": "name",
  "cli.loyalty.csv.points": "points",
  "cli.loyalty.csv":
    "{rows, plural, one {# row} other {# rows}} in {file}; their points add up to the figure.",
} as const;
