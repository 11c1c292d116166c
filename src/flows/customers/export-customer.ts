import type { Clock } from "../../domain/clock.ts";
import type { CustomerExport, CustomerExportStore } from "../../store/customers/customer-export.ts";
import type { AuditStore } from "../../store/database/audit.ts";

export type ExportCustomerDeps = {
  readonly customerExport: CustomerExportStore;
  readonly audit: Pick<AuditStore, "note">;
  readonly clock: Clock;
};

export type ExportedCustomer = CustomerExport & { readonly at: Date };

/** All that is kept of a customer, to hand it out; notes that it was. */
export async function exportCustomer(
  { customerExport, audit, clock }: ExportCustomerDeps,
  { customerId, by }: { readonly customerId: number; readonly by: string },
): Promise<ExportedCustomer> {
  const at = clock();
  const read = await customerExport.read(customerId);
  const rows = read.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  await audit.note({ at, actor: by, action: "customer.exported", customerId, details: { rows } });
  return { ...read, at };
}
