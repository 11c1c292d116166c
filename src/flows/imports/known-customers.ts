import type { CustomerProfile } from "../../domain/customer.ts";
import { profileOf } from "../../sources/customer-profile.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";

export type KnownCustomersDeps = { readonly customerRows: Pick<CustomerRowsStore, "idsOf" | "addMissing"> };

/** A row that names its customer; `newCustomer` is what its file tells of them, where its rows are what tells. */
type NamingRow = { readonly customer: string; readonly newCustomer: CustomerProfile | null };

export type KnownCustomers = {
  /** Ids in the store by external id. */
  readonly known: ReadonlyMap<string, number>;
  /** So many were made with nothing but their id, as known from activities. */
  readonly added: number;
};

/** Customers remembered between batches; beyond that they are looked up again. */
const REMEMBERED_CUSTOMERS = 200_000;

/**
 * Who the customers of a file's rows are, batch by batch. Those who are not known are made of their rows, with their id
 * for a name until a customer file names them.
 * @param knownOnly makes nobody but those whom the rows tell of by name
 */
export function knownCustomers({ customerRows }: KnownCustomersDeps, source: string, knownOnly: boolean) {
  const known = new Map<string, number>();
  const learn = async (ids: readonly string[]) => {
    for (const [externalId, id] of await customerRows.idsOf(source, ids)) known.set(externalId, id);
  };
  return async (importId: number, rows: readonly NamingRow[]): Promise<KnownCustomers> => {
    if (known.size > REMEMBERED_CUSTOMERS) known.clear();
    const unknown = new Map<string, CustomerProfile | null>();
    for (const { customer, newCustomer } of rows)
      if (!known.has(customer) && !unknown.has(customer)) unknown.set(customer, newCustomer);
    if (unknown.size === 0) return { known, added: 0 };
    await learn([...unknown.keys()]);
    const missing = [...unknown].filter(([externalId]) => !known.has(externalId));
    const named = missing.flatMap(([, profile]) => (profile === null ? [] : [profile]));
    const unnamed = knownOnly
      ? []
      : missing.flatMap(([id, profile]) =>
          profile === null ? [profileOf({ source, externalId: id, name: id })] : [],
        );
    await customerRows.addMissing(named, { importId, knownFromActivities: false });
    const added = await customerRows.addMissing(unnamed, { importId, knownFromActivities: true });
    if (named.length + unnamed.length > 0) await learn(missing.map(([externalId]) => externalId));
    return { known, added };
  };
}
