/** What keeping customers costs. Written for whoever records a cost or reads a report of them. */
export const costs = {
  "amount.ambiguous": "“{typed}” can be {whole} or {decimal}. Write {whole}.00 if you mean that.",
  "amount.ambiguous-fine": "“{typed}” can be {whole} or {decimal}. Write {whole} or {decimal}0.",
  "amount.not-a-number": "I cannot read “{typed}” as a number. Write it like 1234.50.",
  "amount.not-plain": "“{typed}” is no plain number. Write digits with a decimal point, such as 1234.50.",
  "amount.other-currency": "“{typed}” is not in {currency}. Change the currency, or leave its sign out.",
  "amount.too-fine":
    "“{typed}” has too many decimals: {currency} has {decimals, plural, =0 {none} other {at most #}}.",
  "amount.too-large":
    "“{typed}” is more than one amount can be: {most} is the most. Check the digits, or record it in parts.",

  "cost.division.alike": "÷ {parties, plural, one {# customer} other {# customers}}",
  "cost.division.days": "{weight, number} of {total, plural, one {# customer day} other {# customer days}}",
  "cost.division.days-instead-of.minutes":
    "{weight, number} of {total, plural, one {# customer day} other {# customer days}}, as nobody had any minutes",
  "cost.division.days-instead-of.orders":
    "{weight, number} of {total, plural, one {# customer day} other {# customer days}}, as nobody had any orders",
  "cost.division.days-instead-of.revenue":
    "{weight, number} of {total, plural, one {# customer day} other {# customer days}}, as nobody had any revenue",
  "cost.division.days-instead-of.tickets":
    "{weight, number} of {total, plural, one {# customer day} other {# customer days}}, as nobody had any tickets",
  "cost.division.days-instead-of.touches":
    "{weight, number} of {total, plural, one {# customer day} other {# customer days}}, as nobody had any contacts",
  "cost.division.heads":
    "{weight, number} of {parties, plural, one {# customer} other {# customers}} named, as nobody was a customer on these days",
  "cost.division.minutes": "{weight, number} of {total, plural, one {# minute} other {# minutes}}",
  "cost.division.named":
    "÷ {parties, plural, one {# customer} other {# customers}} named, as nobody was a customer on these days",
  "cost.division.orders": "{weight, number} of {total, plural, one {# order} other {# orders}}",
  "cost.division.revenue": "{weight} of {total} revenue",
  "cost.division.tickets": "{weight, number} of {total, plural, one {# ticket} other {# tickets}}",
  "cost.division.touches": "{weight, number} of {total, plural, one {# contact} other {# contacts}}",

  "cost.form.button": "A cost is recorded in a form. Press the button, or type {command}.",
  "cost.form.choose-segment": "Choose the segment.",
  "cost.form.customer-gone": "This customer is no longer in the file.",
  "cost.form.customer-too-long": "That is too long for a customer's name.",
  "cost.form.did-you-mean": "Do you mean {name} ({externalId})? Type {externalId} if so.",
  "cost.form.near": "No customer fits. Close ones are {customers}{more, plural, =0 {} other { and more}}.",
  "cost.form.none-fits": "No customer fits. Type part of the name, the domain or the number.",
  "cost.form.several-fit":
    "Several customers fit: {customers}{more, plural, =0 {} other { and more}}. Type the number of the one you mean.",
  "cost.form.type-customer": "Type the customer's name, domain or number.",

  "cost.missing-rate":
    "There is no exchange rate from {from} to {to} for {day}. Ask whoever runs the bot to add it.",
  "cost.missing-rate.cli":
    "No rate from {from} to {to} is known for {day}. Add the one you use: npm run mainstay -- ledger rate {from} {to} RATE --from {day} (RATE is how many {to} one {from} is, such as 0.92).",
  "cost.note.orders-not-counted":
    "Orders of {amount} are not in the revenue: they came on days of a contract that has a price, which may be for them.",
  "cost.note.rate-missing.contact-time":
    "Contact time paid in {from} is left out: there is no exchange rate from {from} to {to} for {day}. Ask whoever runs the bot to add it.",
  "cost.note.rate-missing.contact-time.cli":
    "Contact time paid in {from} is left out: no rate from {from} to {to} is known for {day}. Add the one you use: npm run mainstay -- ledger rate {from} {to} RATE --from {day}.",
  "cost.note.rate-missing.amount":
    "Costs of {amount} are left out: there is no exchange rate from {from} to {to} for {day}. Ask whoever runs the bot to add it.",
  "cost.note.rate-missing.amount.cli":
    "Costs of {amount} are left out: no rate from {from} to {to} is known for {day}. Add the one you use: npm run mainstay -- ledger rate {from} {to} RATE --from {day}.",
  "cost.note.rate-missing.costs":
    "Costs in {from} are left out, and so is what is left after cost: there is no exchange rate from {from} to {to} for {day}. Ask whoever runs the bot to add it.",
  "cost.note.rate-missing.costs.cli":
    "Costs in {from} are left out, and so is what is left after cost: no rate from {from} to {to} is known for {day}. Add the one you use: npm run mainstay -- ledger rate {from} {to} RATE --from {day}.",
  "cost.note.rate-missing.revenue":
    "Where revenue is in {from}, revenue and profitability are n/a: there is no exchange rate from {from} to {to} for {day}. Ask whoever runs the bot to add it.",
  "cost.note.rate-missing.revenue.cli":
    "Where revenue is in {from}, revenue and profitability are n/a: no rate from {from} to {to} is known for {day}. Add the one you use: npm run mainstay -- ledger rate {from} {to} RATE --from {day}.",
  "cost.nothing-recorded": "No costs are recorded yet. Record the first with `/customer cost add`.",
  "cost.nothing-recorded.cli":
    "No costs are on record, and nothing says in which currency. Add costs (npm run mainstay -- import FILE --preset mainstay-costs), or name a currency: --currency EUR.",
  "cost.several-currencies":
    "The costs are in {currencies}, and a report is in one currency. Name it: `/customer costs in {first}`.",
  "cost.several-currencies.cli":
    "The costs are in {currencies}, and a report is in one currency. Say which: --currency {first}.",

  "cost.note.booked-corrections":
    "With {count, plural, one {# correction} other {# corrections}} of costs of closed days: {amount}. They count on the day they were booked.",
  "cost.note.revenue-adjustments":
    "With {amount} of revenue of closed days: a contract or price that was told later.",
  "cost.note.unfinished": "Figures to {day}: the days until {until} are still to come.",
  "cost.note.for-nobody":
    "Some costs are for nobody we know ({costs}). They count in the total, but for no customer.",
  "cost.note.named": "{names}{more, plural, =0 {} other { and # more}}",
  "cost.note.no-comparison": "No comparison with the period before: {why}",
  "cost.note.no-price":
    "{minutes, plural, one {# minute} other {# minutes}} of {touches, plural, one {# contact} other {# contacts}} have no price, because no hourly cost is set for whoever made them.",
  "cost.note.not-in-file":
    "Not in the customer file, so the others they share the cost with carry it: {targets}.",
  "cost.note.nothing-to-share-by.equal":
    "Nobody was a customer on any day of {costs}: shared equally instead.",
  "cost.note.nothing-to-share-by.minutes":
    "Nobody had any minutes to share {costs} by: shared equally by days instead.",
  "cost.note.nothing-to-share-by.orders":
    "Nobody had any orders to share {costs} by: shared equally by days instead.",
  "cost.note.nothing-to-share-by.revenue":
    "Nobody had any revenue to share {costs} by: shared equally by days instead.",
  "cost.note.nothing-to-share-by.tickets":
    "Nobody had any tickets to share {costs} by: shared equally by days instead.",
  "cost.note.nothing-to-share-by.touches":
    "Nobody had any contacts to share {costs} by: shared equally by days instead.",

  "cost.problem.category": "“{typed}” is no category. Use one of {choices}.",
  "cost.problem.category-missing": "Name the category, one of {choices}.",
  "cost.problem.currency": "“{typed}” is no currency code like EUR or USD.",
  "cost.problem.currency-missing": "Name the currency, such as EUR or USD.",
  "cost.problem.day": "“{typed}” is no day between {first} and {last}. Write it like 2026-03-31.",
  "cost.problem.driver": "Costs cannot be shared by “{typed}”. Use one of {choices}.",
  "cost.problem.driver-missing": "Say what the cost is shared by, one of {choices}.",
  "cost.problem.kind": "“{typed}” is no kind of cost. Use one of {choices}.",
  "cost.problem.kind-missing": "Name the kind of cost, one of {choices}.",
  "cost.problem.labour": "“{typed}” is no kind of labour. Use one of {choices}.",
  "cost.problem.labour-missing": "Name the kind of labour, one of {choices}.",
  "cost.problem.not-above-zero":
    "A cost has to be above zero. To take back one that is on record, ask whoever runs the bot.",
  "cost.problem.not-above-zero.cli":
    "A cost has to be above zero. To take back one that is on record, correct its entry: npm run mainstay -- ledger correct.",
  "cost.problem.not-yours":
    "You can record what you spent directly on customers you own. For anything else, ask a manager or operations.",
  "cost.problem.note-too-long": "The note has more than {limit, number} characters.",
  "cost.problem.only-labour": "Only labour is divided into {choices}.",
  "cost.problem.period": "The last day, {to}, is before the first one, {from}.",

  "cost.target.all-alone": "“all” means everybody, so it stands alone. Leave it out, or leave out the rest.",
  "cost.target.missing":
    "Say what the cost is for: all, segment:NAME, customer:ID, ticket:REFERENCE, touch:ID or playbook:KEY; join several by |.",
  "cost.target.too-long":
    "This takes at most {limit, number} characters. Use a segment instead of a long list.",
  "cost.target.unknown-form":
    "“{typed}” is not one of all, segment:NAME, customer:ID, ticket:REFERENCE, touch:ID or playbook:KEY; join several by |.",

  "cost.unknown.customer":
    "No customer “{name}” is in the file. Check the number; a new customer has to be imported first.",
  "cost.unknown.playbook": "There is no playbook “{name}”. There are: {playbooks}.",
  "cost.unknown.segment":
    "No customer is in a segment “{name}”. Check its spelling, or import the customers with their segments first.",
  "cost.unknown.ticket":
    "No ticket “{name}” is on record. Check the reference, or name the customer instead.",
  "cost.unknown.touch": "No contact “{name}” is on record. Check its id, or name the customer instead.",

  "ledger.a-correction": "Entry {id} is itself a correction. Correct entry {corrects}, which it changed.",
  "ledger.below-zero":
    "Entry {id} is worth {worth}; taking back {taken} would leave less than nothing. Take back {worth} at most.",
  "ledger.closed":
    "The books are closed through {through}, and this cost begins on {from}. Let it begin on {next} or later, or ask whoever runs the bot to correct what is on record.",
  "ledger.closed.cli":
    "The ledger is closed through {through}, and this cost begins on {from}. Change what was recorded there by a correcting entry (npm run mainstay -- ledger correct ID --by AMOUNT), or let the cost begin on {next} or later.",
  "ledger.closed-before": "The ledger is closed through {through} already.",
  "ledger.hours-closed":
    "The ledger is closed through {through}, and what an hour cost there stays. State it from {next} on. What earlier minutes cost can be recorded as a cost on an open day.",
  "ledger.in-force":
    "The ledger is closed through {through}, and one is in force on {from}: the figures made with it stay. State the new one from {next} on.",
  "ledger.no-change": "Entry {id} has that amount already; nothing was written.",
  "ledger.too-large":
    "Entry {id} would then be worth more than one amount can be: {most} is the most. Record the rest as a cost of its own.",
  "ledger.not-over": "{day} is not over. Close through {latest} or an earlier day.",

  "cost.period.not-begun": "The period begins on {day}, which is still to come. Ask for days up to today.",
  "cost.period.month":
    "{month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} 12 {December} other {Month {month}}} {year}",
  "cost.period.quarter": "Q{quarter} {year}",
  "cost.period.so-far": "{period} so far",
  "cost.period.year": "{year}",

  "costs.cannot-read":
    "I cannot read {typed}. Try `/customer costs`, `/customer costs quarter by owner` or `/customer costs 2026-09 by customer`: month, quarter or year (the last complete one; `this month` for the one under way) or one such as 2026-Q3, by segment, category, owner, customer or channel, in one currency (`in EUR`).",

  "cost-report.acquisition": "Acquisition",
  "cost-report.all": "Total",
  "cost-report.change.as-before": ", as in the period before",
  "cost-report.change.less": ", {percent, number, ::.0} % less than before ({before} from {from} to {to})",
  "cost-report.change.more": ", {percent, number, ::.0} % more than before ({before} from {from} to {to})",
  "cost-report.change.none-before": ", none in the period before",
  "cost-report.change.not-comparable": ", change n/a ({before} from {from} to {to})",
  "cost-report.chart":
    "Cost by {dimension, select, segment {segment} category {category} owner {owner} customer {customer} channel {channel} other {{dimension}}}, {period}",
  "cost-report.customers": "Customers",
  "cost-report.customers-moved":
    "{atStart, number} at the start, {joined, number} joined, {reactivated, number} came back, {left, number} left, {atEnd, number} at the end",
  "cost-report.dimension":
    "{dimension, select, segment {Segment} category {Category} owner {Owner} customer {Customer} channel {Channel} other {{dimension}}}",
  "cost-report.direct": "Direct",
  "cost-report.foot.customers":
    "Served: customers on any day from {from} to {to}. Retained: customers at the start who still were at the end. A customer has a running contract or, without one, bought in the {window, plural, one {# day} other {# days}} before.",
  "cost-report.foot.no-activity":
    "Days of {timeZone}. Costs as of {readAt}; no customer activity is on record yet.",
  "cost-report.foot.profitability":
    "Profitability = revenue − acquisition cost of those who joined − this cost.",
  "cost-report.foot.read": "Days of {timeZone}. Costs as of {readAt}, customer activity up to {dataUpTo}.",
  "cost-report.foot.rows-left-out":
    "{rows, plural, one {# further row} other {# further rows}} not shown: press *As a file* for all of them.",
  "cost-report.indirect": "Indirect",
  "cost-report.more-notes":
    "and {more, plural, one {# further note} other {# further notes}}. Whoever runs the bot can give you all of them.",
  "cost-report.nobody-at-start": "n/a: no customers at the start",
  "cost-report.nobody-retained": "n/a: nobody was retained",
  "cost-report.nobody-served": "n/a: nobody was a customer",
  "cost-report.not-known": "n/a",
  "cost-report.nothing-notification": "{title}: nothing recorded",
  "cost-report.nothing-recorded":
    "No costs are on record for {period}. Add one with `/customer cost add`, or ask whoever runs the bot to import a file of them.",
  "cost-report.notification": "{title}: {total}{change}",
  "cost-report.notification.most": "; most for {label}: {amount}",
  "cost-report.per-customer": "{each} = {total} ÷ {customers, number}",
  "cost-report.per-retained": "Per customer retained",
  "cost-report.per-served": "Per customer served",
  "cost-report.profitability": "Profitability",
  "cost-report.retention": "Retention",
  "cost-report.retention-rate": "{percent, number, ::.0} % = {retained, number} ÷ {atStart, number}",
  "cost-report.revenue": "Revenue",
  "cost-report.row.for-nobody": "for nobody we know",
  "cost-report.row.no-channel": "no channel",
  "cost-report.row.no-owner": "no owner",
  "cost-report.row.no-segment": "no segment",
  "cost-report.table":
    "{dimension, select, segment {Segment} category {Category} owner {Owner} customer {Customer} channel {Channel} other {{dimension}}} by cost, {currency}, {from} to {to}",
  "cost-report.title":
    "Cost of keeping customers by {dimension, select, segment {segment} category {category} owner {owner} customer {customer} channel {channel} other {{dimension}}}, {period}",
  "cost-report.total": "*{total}* in all{change}: {direct} direct, {indirect} indirect.",
  "cost-report.worth-knowing": "Worth knowing",

  "cost.category.activities": "Activities (visits, events)",
  "cost.category.goods": "Goods given",
  "cost.category.labour": "Labour",
  "cost.category.marketing": "Marketing",
  "cost.category.tools": "Tools",
  "cost.labour.benefits": "Benefits",
  "cost.labour.bonus": "Bonus",
  "cost.labour.pay": "Pay",
  "cost.labour.training": "Training",

  "cost-form.amount": "Amount",
  "cost-form.cancel": "Cancel",
  "cost-form.category": "What was it spent on?",
  "cost-form.currency": "Currency",
  "cost-form.customer": "Which customer",
  "cost-form.customer-hint": "Name, domain or number, as in /customer.",
  "cost-form.driver": "Shared out",
  "cost-form.driver-hint": "Counts where it is for several customers.",
  "cost-form.driver.equal": "Equally",
  "cost-form.driver.minutes": "By minutes spent",
  "cost-form.driver.orders": "By orders",
  "cost-form.driver.revenue": "By revenue",
  "cost-form.driver.tickets": "By tickets",
  "cost-form.driver.touches": "By contacts",
  "cost-form.from": "First day",
  "cost-form.intro":
    "What did keeping customers cost? It counts on the days from the first to the last, and is shared out among those it is for.",
  "cost-form.intro-own":
    "What did you spend directly on a customer of yours? It counts on the days from the first to the last. Managers and operations record all other costs.",
  "cost-form.kind": "Kind",
  "cost-form.kind.direct": "Direct – spent on those it is for",
  "cost-form.kind.indirect": "Indirect – spent on many at once",
  "cost-form.labour": "Kind of labour",
  "cost-form.list": "Which list",
  "cost-form.list-hint": "customer:ID, segment:NAME, ticket:REFERENCE, touch:ID or playbook:KEY, joined by |",
  "cost-form.note": "Note",
  "cost-form.scope": "Whom is it for?",
  "cost-form.scope.all": "Everybody",
  "cost-form.scope.customer": "A customer",
  "cost-form.scope.list": "A list",
  "cost-form.scope.segment": "A segment",
  "cost-form.segment": "Which segment",
  "cost-form.submit": "Record",
  "cost-form.title": "Record a cost",
  "cost-form.to": "Last day",

  "cost-recorded.all-for":
    "All of it counts for {target}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.days": "{from} to {to}",
  "cost-recorded.correct": "Correct the amount",
  "cost-recorded.entry":
    "Entry {id}. If something is wrong, correct the amount, or take it back and record it again; every change stays on record.",
  "cost-recorded.for.all": "all customers",
  "cost-recorded.for.customer": "customer *{name}*",
  "cost-recorded.for.named-customer": "*{name}* ({id})",
  "cost-recorded.for.playbook": "the customers of playbook *{name}*",
  "cost-recorded.for.segment": "the customers of segment *{name}*",
  "cost-recorded.for.ticket": "the customer of ticket *{name}*",
  "cost-recorded.for.touch": "the customer of contact *{name}*",
  "cost-recorded.undo": "Take it back",
  "cost-corrected.changed":
    "Entry {id} now counts *{now}* instead of {before}, by {corrections, plural, one {entry} other {entries}} {correction}.",
  "cost-corrected.closed":
    "The books are closed through {through} and stay as they are: what this changes there counts on {next}, as an adjustment.",
  "cost-corrected.gone": "There is no such cost on record.",
  "cost-corrected.not-yours":
    "This was recorded by somebody else, or the books of its days are closed. Ask a manager or operations to correct it.",
  "cost-corrected.taken-back":
    "Taken back: entry {id} of {before} no longer counts, by {corrections, plural, one {entry} other {entries}} {correction}.",
  "cost-correct-form.amount": "The right amount, in {currency}",
  "cost-correct-form.below-zero": "Type the amount that is right, zero or more.",
  "cost-correct-form.intro":
    "{recorded} It counts {now} now. Only the amount can be corrected; for anything else take it back and record it again.",
  "cost-correct-form.note": "Why",
  "cost-correct-form.submit": "Correct",
  "cost-correct-form.title": "Correct a cost",
  "cost-recorded.nothing": "Nothing was recorded.",
  "cost-recorded.recorded":
    "Recorded: *{amount}* {category, select, labour {labour} tools {tools} activities {activities} marketing {marketing} goods {goods given} other {{category}}}{labour, select, none {} pay { (pay)} bonus { (bonus)} benefits { (benefits)} training { (training)} other { ({labour})}}, {kind, select, direct {direct} indirect {indirect} other {{kind}}}, {days}. {sharing}",
  "cost-recorded.shared.equal":
    "It is shared equally among {targets}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.shared.minutes":
    "It is shared by minutes spent among {targets}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.shared.orders":
    "It is shared by orders among {targets}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.shared.revenue":
    "It is shared by revenue among {targets}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.shared.tickets":
    "It is shared by tickets among {targets}{days, plural, one {} other {, day by day over # days}}.",
  "cost-recorded.shared.touches":
    "It is shared by contacts among {targets}{days, plural, one {} other {, day by day over # days}}.",
} as const;
