import { plainColumn } from "./column-name.ts";

/** Where the customer's record is in the team's own system. */
export type CrmLink = {
  /** An http(s) address without user name or password, as `URL` writes it. */
  readonly href: string;
  /** Host and port: where the link leads, told beside it. */
  readonly host: string;
};

/** Columns that hold such an address, as `plainColumn` names them: the surest first. */
const COLUMNS = [
  "crmurl",
  "crmlink",
  "crm链接",
  "crm連結",
  "recordurl",
  "recordlink",
  "accounturl",
  "accountlink",
  "customerurl",
  "url",
  "link",
  "链接",
  "連結",
];

/** Longer ones are none that a person would open, and would fill a message. */
const LONGEST = 500;

/** The link of a customer's file; null where no column holds a web address. */
export function crmLink(attributes: Readonly<Record<string, string>>): CrmLink | null {
  const byColumn = new Map(Object.entries(attributes).map(([name, value]) => [plainColumn(name), value]));
  for (const column of COLUMNS) {
    const link = linkFrom(byColumn.get(column) ?? "");
    if (link !== null) return link;
  }
  return null;
}

function linkFrom(text: string): CrmLink | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) return null;
  // "https://crm.example.com@elsewhere.example" leads elsewhere.
  if (url.username !== "" || url.password !== "" || url.href.length > LONGEST) return null;
  return { href: url.href, host: url.host };
}
