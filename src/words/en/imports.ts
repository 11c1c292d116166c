/** What is wrong with a file or a line of it. Written for whoever exports the file; the names of columns stay as they are. */
export const imports = {
  "import.empty": "{path} is empty. Export it again.",
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
  "import.not-a-file": "{path} is not a file. Name one CSV file.",
  "import.old-workbook": "{path} is an old Excel workbook. Save it as “CSV UTF-8” and import that file.",
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
  "rejected.column-count":
    "The line has {found, number} {found, plural, one {field} other {fields}} where the header has {needed, number}.",
  "rejected.currency": "“{value}” is no currency code like EUR or USD.",
  "rejected.date": "{column} “{value}” is no date from 1990 to 2100 like 2026-03-31 or 2026-03-31T09:30:00Z.",
  "rejected.domain": "domain “{value}” is not one like acme.com.",
  "rejected.email": "owner_email “{value}” is no e-mail address.",
  "rejected.empty": "{column} is empty.",
  "rejected.kind": "kind “{value}” is not one of {kinds}.",
  "rejected.line-too-long": "The line is longer than {limit, number} characters.",
  "rejected.margin": "margin_percent {value} is not between {lowest, number} and 100.",
  "rejected.no-currency": "{column} “{value}” has no currency.",
  "rejected.no-json-record": "The line is no JSON record.",
  "rejected.not-encoded":
    "The line has a character that cannot be read as {encoding}. Save the file as “CSV UTF-8”, or name its encoding: --encoding NAME.",
  "rejected.not-utf8":
    "The line is not valid UTF-8. Save the file as “CSV UTF-8”, or name its encoding: --encoding NAME.",
  "rejected.nul": "The line has a NUL byte.",
  "rejected.number":
    "{column} “{value}” is not a number. Use plain digits with a decimal point, without thousands separators or a currency sign.",
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
  "rejected.unknown-customer":
    "No customer “{customer}” in the source “{source}”. Import the customers first, then this file again.",
} as const;
