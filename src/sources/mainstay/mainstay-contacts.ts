import type { ContactRecord } from "../../domain/customer-records.ts";
import { neededText, optionalDay, optionalText } from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { optionalBirthday, optionalEmail } from "../csv/contact-columns.ts";
import { oneOfOr } from "../csv/word-column.ts";
import { definePreset } from "../preset.ts";
import { CHANNELS } from "./spellings.ts";

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: needed("customer", neededText(200, "missing_customer")),
  name: needed("name", neededText(200, "missing_name")),
  role: optional("role", optionalText(200)),
  email: optional("email", optionalEmail),
  phone: optional("phone", optionalText(100)),
  preferredChannel: optional("preferred_channel", oneOfOr(CHANNELS, "unknown_channel", null)),
  language: optional("language", optionalText(100)),
  birthday: optional("birthday", optionalBirthday),
  leftOn: optional("left_on", optionalDay),
} satisfies ColumnsFor<keyof ContactRecord | "customer">;

/** Mainstay's own format for the people at customers. */
export const mainstayContacts = definePreset({
  source: "mainstay",
  makes: "contacts",
  columns: COLUMNS,
  check: (facts) => facts,
  rows:
    ({ source }) =>
    ({ customer, ...facts }, { line, raw }) => ({
      ...({ kind: "record", of: "contacts", line, raw } as const),
      ...{ customer, record: { source, ...facts } },
    }),
});
