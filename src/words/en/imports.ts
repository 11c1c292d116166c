/** What is wrong with a file or a line of it. Written for whoever exports the file; the names of columns stay as they are. */
export const imports = {
  "import.contracts-not-taken":
    "{customers, plural, one {# customer has contracts that a file of contracts tells of: started_on, ended_on and monthly_revenue of this file were not taken over for it.} other {# customers have contracts that a file of contracts tells of: started_on, ended_on and monthly_revenue of this file were not taken over for them.}} Change those contracts by a file of contracts.",
  "import.contracts-not-taken.cli":
    "{customers, plural, one {# customer has contracts that a file of contracts tells of: started_on, ended_on and monthly_revenue of this file were not taken over for it.} other {# customers have contracts that a file of contracts tells of: started_on, ended_on and monthly_revenue of this file were not taken over for them.}} Change those contracts with --preset mainstay-contracts.",
  "import.contracts-of-rows":
    "{customers, plural, one {# customer stands} other {# customers stand}} on several rows: each different row counts as a contract, and a customer is worth the sum of those that run.",
  "import.empty": "{path} is empty. Export it again.",
  "import.known-from-activities":
    "{customers, plural, one {# customer is} other {# customers are}} new, known from their rows alone: their name is their id. Import a customer file to name them.",
  "import.json-broken": "{path} is no valid JSON. Export it again, or as CSV.",
  "import.json-broken-at": "{path} is no valid JSON from line {line, number} on. Export it again, or as CSV.",
  "import.json-no-list":
    "{path} is JSON, but not one list of records. Export one list, or one record a line.",
  "import.json-several-lists": "{path} has several lists of records: {lists}. Export one of them alone.",
  "import.json-too-large":
    "{path} is one JSON list of more than {megabytes, number} MB. Export it as CSV or with one record a line, which may be of any size; jq -c makes that of a list.",
  "import.json-too-many-names":
    "The records of {path} have more than {limit, number} different names. Export records that all have the same names.",
  "import.missing-columns":
    "{path} lacks columns that the preset {preset} needs: {missing}. It names: {found}. Separate columns by commas, semicolons or tabs, name them in the first line, or choose another preset.",
  "import.no-file": "There is no file {path}. Check the path.",
  "import.no-header": "{path} has no line with column names. Export it again with them.",
  "import.mapping-lacks":
    "The mapping does not say where the {rows} of {path} have these facts from: {missing}. Add them to its facts.",
  "import.mapping-rows":
    "The mapping names rows “{rows}”, and there are no such rows. Name one of these: {known}, and import {path} again.",
  "import.mapping-unknown":
    "The mapping names facts that {rows} do not have: {unknown}. Correct their names, and import {path} again.",
  "import.nothing-recognised":
    "Nothing in {path} is recognised: its columns are {found}. Rename those that tell of customers, orders or tickets, for instance to “name”, “customer”, “date” and “amount”, or have whoever runs me import it by a mapping.",
  "import.nothing-recognised.cli":
    "Nothing in {path} is recognised: its columns are {found}. Name what each one holds in a mapping (see docs/import.md) and give it with --map.",
  "import.not-a-file": "{path} is not a file. Name one CSV file.",
  "import.old-workbook": "{path} is an old Excel workbook. Save it as “CSV UTF-8” and import that file.",
  "import.unknown-customers":
    "{rows, plural, one {# row names a customer} other {# rows name customers}} not known in the source “{source}” and {rows, plural, one {is} other {are}} kept without one. Import the customers, then this file again.",
  "import.unknown-members":
    "{rows, plural, one {# touch names} other {# touches name}} a member not known here and {rows, plural, one {is} other {are}} kept without one, so the minutes have no hourly cost. Import the file again once they are in Slack.",
  "import.repeated-ids":
    "{rows, plural, one {# line has the id of an earlier line} other {# lines have the id of an earlier line}} of the file. Of lines with one id the last counts.",
  "import.repeated-columns":
    "{path} names these columns more than once: {columns}. Rename or remove the extra ones.",
  "import.unknown-encoding":
    "No encoding “{encoding}” is known. Name one like utf-8, utf-16le, gb18030, big5, shift_jis, euc-kr or windows-1252, or leave it out: the file tells.",
  "import.utf-32": "{path} is UTF-32 text. Save it as “CSV UTF-8” and import that file.",
  "import.workbook": "{path} is a workbook or ZIP archive. Save it as “CSV UTF-8” and import that file.",

  "rejected.amount": "{column} “{value}” has too many decimals for {currency}.",
  "rejected.amount-too-large":
    "{column} “{value}” is more than one amount can be: {most} is the most. Check the digits.",
  "rejected.attribute-too-long": "{column} has more than {limit, number} characters.",
  "rejected.below-zero": "{column} “{value}” is below zero.",
  "rejected.birthday": "{column} “{value}” is no day from 1900 on like 1985-03-31.",
  "rejected.closed-record":
    "“{externalId}” counts in days that are closed through {through}, and here says something else that their figures are made of. They stay as they were printed: leave the row as it was, or tell the difference as a row of its own in open days.",
  "rejected.column-count":
    "The line has {found, number} {found, plural, one {field} other {fields}} where the header has {needed, number}.",
  "rejected.contract-ends-before":
    "ended_on {endedOn} is before started_on {startedOn}. Correct one of them, or leave ended_on empty while the contract goes on.",
  "rejected.contract-first-price":
    "The contract “{contract}” begins on {startedOn}, and its first price only on {earliest}. Add a line for the price from {startedOn} on; 0 where it was free.",
  "rejected.contract-of-another":
    "The contract “{contract}” belongs to {owner} ({ownerId}), and this line names {name} ({id}). Correct the customer, or give the contract an id of its own.",
  "rejected.contract-of-two":
    "This file gives the contract “{contract}” to {name} ({id}) and to {otherName} ({otherId}). Leave it with one of them, or give each contract an id of its own.",
  "rejected.contract-price-outside":
    "price_from {priceFrom} is not a day of the contract, which {endedOn, select, none {begins on {startedOn}} other {runs from {startedOn} to {endedOn}}}.",
  "rejected.contract-prices":
    "The lines of the contract “{contract}” name two prices from {priceFrom} on: {one} and {other}. Leave one of them.",
  "rejected.contract-spans":
    "The lines of the contract “{contract}” do not agree on its days: {one} and {other}. Write the same started_on and ended_on in each.",
  "rejected.currency": "“{value}” is no currency code like EUR or USD.",
  "rejected.date": "{column} “{value}” is no date from 1990 to 2100 like 2026-03-31 or 2026-03-31T09:30:00Z.",
  "rejected.domain": "domain “{value}” is not one like acme.com.",
  "rejected.earlier-than": "{column} is earlier than {before}. Correct the one that is wrong.",
  "rejected.email-address": "{column} “{value}” is no e-mail address.",
  "rejected.email": "owner_email “{value}” is no e-mail address.",
  "rejected.empty": "{column} is empty.",
  "rejected.kind": "kind “{value}” is not one of {kinds}.",
  "rejected.line-too-long": "The line is longer than {limit, number} characters.",
  "rejected.margin": "margin_percent {value} is not between {lowest, number} and 100.",
  "rejected.no-currency": "{column} “{value}” has no currency.",
  "rejected.no-json-record": "The line is no JSON record.",
  "rejected.not-encoded":
    "The line has a character that cannot be read as {encoding}. Save the file as “CSV UTF-8”.",
  "rejected.not-encoded.cli":
    "The line has a character that cannot be read as {encoding}. Save the file as “CSV UTF-8”, or name its encoding: --encoding NAME.",
  "rejected.not-one-of": "{column} “{value}” is not one of {choices}, nor a usual word for one of them.",
  "rejected.not-utf8": "The line is not valid UTF-8. Save the file as “CSV UTF-8”.",
  "rejected.not-utf8.cli":
    "The line is not valid UTF-8. Save the file as “CSV UTF-8”, or name its encoding: --encoding NAME.",
  "rejected.nul": "The line has a NUL byte.",
  "rejected.number":
    "{column} “{value}” is not a number. Use plain digits with a decimal point, without thousands separators or a currency sign.",
  "rejected.other-customer":
    "“{externalId}” is on record for the customer “{recorded}”, here for “{here}”. Correct the customer, or give the row another external_id.",
  "rejected.out-of-range": "{column} “{value}” is not a number from {lowest, number} to {highest, number}.",
  "rejected.price-below-zero": "Price “{value}” is below zero. A return has a negative quantity instead.",
  "rejected.product-too-large": "“{quantity}” × “{price}” is too large.",
  "rejected.activity": "{kind} of {customer} at {at}",
  "rejected.activity-amount": "{kind} of {customer} at {at}, {amount}",
  "rejected.recorded-closed":
    "“{externalId}” is on record as {recorded}; here it is {here}. The books are closed through {through}, so it stays as it is. Put the difference in a line of its own with another external_id: an order or a refund. It counts on the first open day.",
  "rejected.recorded-other-time":
    "“{externalId}” is on record as {recorded}, from another line of this file; here it is {here}. Lines of one order have one time. Give what is not the same another external_id.",
  "rejected.recorded-otherwise":
    "“{externalId}” is on record as {recorded}; here it is {here}. Another customer or kind is another record: give it another external_id.",
  "rejected.recorded-amount":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with another amount: {recorded}, here {here}. Have that entry corrected by whoever keeps the ledger.",
  "rejected.recorded-amount.cli":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with another amount: {recorded}, here {here}. Correct that entry: npm run mainstay -- ledger correct {entry} --to AMOUNT.",
  "rejected.recorded-facts":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with something else in: {columns}. Have that entry taken back by whoever keeps the ledger, and give the new one another external_id.",
  "rejected.recorded-facts.cli":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with something else in: {columns}. Take that entry back (npm run mainstay -- ledger correct {entry} --to 0) and give the new one another external_id.",
  "rejected.refund-below-zero": "{column} “{value}” is below zero. A return has the kind refund instead.",
  "rejected.stray-quote":
    'A quote opens or closes in the wrong place. Put the whole field in quotes and double the quotes inside ("").',
  "rejected.text-too-long": "{column} has {length, number} characters; at most {limit, number} are kept.",
  "rejected.url": "{column} “{value}” is no address like https://example.com/page.",
  "rejected.erased":
    "is about somebody whose data was erased here. It is not taken over again, and its line is not kept.",
  "rejected.unknown-customer":
    "No customer “{customer}” in the source “{source}”. Import the customers first, then this file again.",
} as const;
