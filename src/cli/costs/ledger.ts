import type { Command } from "commander";
import { registerLedgerEntries } from "./ledger-entries.ts";
import { registerLedgerList } from "./ledger-list.ts";
import { registerLedgerRecurring } from "./ledger-recurring.ts";
import { registerLedgerSettings } from "./ledger-settings.ts";

/** `ledger …`: what keeping customers costs, and what its figures are worked out with. */
export function registerLedger(program: Command): void {
  const ledger = program
    .command("ledger")
    .description("record, correct and close what keeping customers costs; rates, budgets and hourly costs");
  registerLedgerEntries(ledger);
  registerLedgerRecurring(ledger);
  registerLedgerSettings(ledger);
  registerLedgerList(ledger);
}
