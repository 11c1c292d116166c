/** Everything one customer bought of one product; days are whole days since 1970 (UTC). */
export type ProductPurchases = {
  readonly customerId: number;
  readonly product: string;
  readonly firstDay: number;
  readonly lastDay: number;
};

/** Who bought what, as numbers: small enough for a hundred thousand customers at once, in 12 bytes a row. */
export type PurchaseTable = {
  /** By index, which the rows name. */
  readonly products: readonly string[];
  readonly customers: number;
  /** Where each customer's rows begin, and where the last one's end. */
  readonly starts: Int32Array;
  readonly product: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
};

/**
 * Of one customer the products bought last. Chosen: a shop that buys everything says little about any two products, and
 * the work grows with the square.
 */
const MOST_PRODUCTS = 500;

/** @param rows of each customer together */
export function purchaseTable(rows: Iterable<ProductPurchases>): PurchaseTable {
  const building = startPurchaseTable();
  for (const row of rows) building.add(row);
  return building.finish();
}

/** A table that grows row by row. */
export function startPurchaseTable() {
  const indexes = new Map<string, number>();
  const starts = [0];
  const [product, firstDay, lastDay]: [number[], number[], number[]] = [[], [], []];
  let own: ProductPurchases[] = [];

  const endCustomer = () => {
    if (own.length === 0) return;
    for (const row of latest(own)) {
      const index = indexes.get(row.product) ?? indexes.size;
      indexes.set(row.product, index);
      product.push(index);
      firstDay.push(row.firstDay);
      lastDay.push(row.lastDay);
    }
    starts.push(product.length);
    own = [];
  };
  return {
    /** Rows of a customer come one after another. */
    add(row: ProductPurchases): void {
      if (own[0] !== undefined && own[0].customerId !== row.customerId) endCustomer();
      own.push(row);
    },
    finish(): PurchaseTable {
      endCustomer();
      return {
        products: [...indexes.keys()],
        customers: starts.length - 1,
        starts: Int32Array.from(starts),
        product: Int32Array.from(product),
        firstDay: Int32Array.from(firstDay),
        lastDay: Int32Array.from(lastDay),
      };
    },
  };
}

function latest(own: readonly ProductPurchases[]): readonly ProductPurchases[] {
  if (own.length <= MOST_PRODUCTS) return own;
  return own
    .toSorted((a, b) => b.lastDay - a.lastDay || inOrder(a.product, b.product))
    .slice(0, MOST_PRODUCTS);
}

/** By code units: the same order on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
