import { findCustomerForm } from "../blocks/outreach/find-customer.ts";
import type { ShortcutHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** "Find customer" from anywhere in Slack: a field to search by. */
export const findCustomer: ShortcutHandler = async ({ triggerId }, { slack, reader }) => {
  await slack.openModal(triggerId, findCustomerForm(readerLocale(reader)));
};
