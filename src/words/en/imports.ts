/** What is wrong with a file or a line of it. Written for whoever exports the file; the names of columns stay as they are. */
export const imports = {
  "import.empty": "{path} is empty. Export it again.",
  "import.missing-columns":
    "{path} lacks columns that the preset {preset} needs: {missing}. Its first line names: {found}. Separate columns by commas, semicolons or tabs, name them in the first line, or choose another preset.",
  "import.no-file": "There is no file {path}. Check the path.",
  "import.no-header": "{path} has no line with column names. Export it again with them.",
  "import.not-a-file": "{path} is not a file. Name one CSV file.",
  "import.old-workbook": "{path} is an old Excel workbook. Save it as “CSV UTF-8” and import that file.",
  "import.unknown-customers":
    "{rows, plural, one {# row names a customer} other {# rows name customers}} not known in the source “{source}” and {rows, plural, one {is} other {are}} kept without one. Import the customers, then this file again.",
  "import.unknown-members":
    "{rows, plural, one {# touch names} other {# touches name}} a member not known here and {rows, plural, one {is} other {are}} kept without one, so the minutes have no hourly cost. Import the file again once they are in Slack.",
  "import.repeated-columns":
    "{path} names these columns more than once: {columns}. Rename or remove the extra ones.",
  "import.utf-16": "{path} is UTF-16 text. Save it as “CSV UTF-8” and import that file.",
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
  "rejected.not-one-of": "{column} “{value}” is not one of {choices}, nor a usual word for one of them.",
  "rejected.not-utf8": "The line is not valid UTF-8. Save the file as “CSV UTF-8”.",
  "rejected.nul": "The line has a NUL byte.",
  "rejected.number":
    "{column} “{value}” is not a number. Use plain digits with a decimal point, without thousands separators or a currency sign.",
  "rejected.other-customer":
    "“{externalId}” is on record for the customer “{recorded}”, here for “{here}”. Correct the customer, or give the row another external_id.",
  "rejected.out-of-range": "{column} “{value}” is not a number from {lowest, number} to {highest, number}.",
  "rejected.price-below-zero": "Price “{value}” is below zero. A return has a negative quantity instead.",
  "rejected.product-too-large": "“{quantity}” × “{price}” is too large.",
  "rejected.recorded-amount":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with another amount: {recorded}, here {here}. Correct that entry: npm run mainstay -- ledger correct {entry} --to AMOUNT.",
  "rejected.recorded-facts":
    "“{externalId}” is on record already{entry, select, ID {} other { (entry {entry})}} with something else in: {columns}. Take that entry back (npm run mainstay -- ledger correct {entry} --to 0) and give the new one another external_id.",
  "rejected.refund-below-zero": "{column} “{value}” is below zero. A return has the kind refund instead.",
  "rejected.stray-quote":
    'A quote opens or closes in the wrong place. Put the whole field in quotes and double the quotes inside ("").',
  "rejected.text-too-long": "{column} has {length, number} characters; at most {limit, number} are kept.",
  "rejected.url": "{column} “{value}” is no address like https://example.com/page.",
  "rejected.unknown-customer":
    "No customer “{customer}” in the source “{source}”. Import the customers first, then this file again.",
} as const;
