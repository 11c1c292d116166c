/** What customers had on days, the days one after the other. Days and customers are numbered from 0. */
export type DailyQuantities = {
  /** Where each day begins in the two lists; one more at the end. */
  readonly starts: Int32Array;
  readonly customers: Int32Array;
  readonly quantities: Float64Array;
};

export type QuantityList = ReturnType<typeof quantityList>;

/** Takes quantities in any order and lays them out by day. */
export function quantityList(days: number) {
  const ofDays: number[] = [];
  const customers: number[] = [];
  const quantities: number[] = [];
  return {
    add(day: number, customer: number, quantity: number): void {
      ofDays.push(day);
      customers.push(customer);
      quantities.push(quantity);
    },

    byDay(): DailyQuantities {
      const starts = new Int32Array(days + 1);
      for (const day of ofDays) starts[day + 1] = (starts[day + 1] ?? 0) + 1;
      for (let day = 0; day < days; day += 1) starts[day + 1] = (starts[day + 1] ?? 0) + (starts[day] ?? 0);
      const next = starts.slice();
      const laid = {
        starts,
        customers: new Int32Array(ofDays.length),
        quantities: new Float64Array(ofDays.length),
      };
      ofDays.forEach((day, from) => {
        const to = next[day] ?? 0;
        next[day] = to + 1;
        laid.customers[to] = customers[from] ?? 0;
        laid.quantities[to] = quantities[from] ?? 0;
      });
      return laid;
    },
  };
}

/** Adds up by customer what falls on some days, both included. */
export function addDaily(list: DailyQuantities, first: number, last: number, into: Float64Array): void {
  const { starts, customers, quantities } = list;
  const end = starts[last + 1] ?? 0;
  for (let at = starts[first] ?? 0; at < end; at += 1) {
    const customer = customers[at] ?? 0;
    into[customer] = (into[customer] ?? 0) + (quantities[at] ?? 0);
  }
}
