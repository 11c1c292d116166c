/** What a customer did before a moment, by time: one entry of each list for each activity. */
export type ActivityLog = {
  /** UTC days since 1970. */
  readonly days: ArrayLike<number>;
  /** See `ACTIVITY_CODES`. */
  readonly codes: ArrayLike<number>;
  /** NaN where none is stated. */
  readonly amountsMinor: ArrayLike<number>;
  readonly quantities: ArrayLike<number>;
  /** A number for each product; NaN where none is named. */
  readonly products: ArrayLike<number>;
};

/** One letter for each kind that features know; the capital one where the amount is in another currency than the customer's. */
export const ACTIVITY_CODES = {
  order: code("o"),
  foreignOrder: code("O"),
  refund: code("r"),
  foreignRefund: code("R"),
  delivery: code("d"),
  usage: code("u"),
} as const;

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** What features are worked out from; NaN is missing, days are counted back from the as-of day. */
export type ActivityFigures = ReturnType<typeof noActivities>;

function noActivities() {
  return {
    purchaseDays: 0,
    purchaseDays30d: 0,
    purchaseDays60d: 0,
    purchaseDays90d: 0,
    purchaseDays180d: 0,
    purchaseDaysFading30d: 0,
    activeWeeks: 0,
    firstPurchaseAgo: Number.NaN,
    lastPurchaseAgo: Number.NaN,
    gapSum: 0,
    gapSquares: 0,
    longestGap: Number.NaN,
    /** NaN where no amount is in the customer's currency. */
    revenue: Number.NaN,
    revenue30d: 0,
    revenue60d: 0,
    revenue90d: 0,
    revenuePrevious90d: 0,
    largestDay: Number.NaN,
    units: Number.NaN,
    products: Number.NaN,
    refundDays: 0,
    refunded: 0,
    deliveryDays: 0,
    deliveryDays90d: 0,
    /** NaN where no usage was ever measured. */
    usage28d: Number.NaN,
    usagePrevious28d: Number.NaN,
  };
}

/** Activities `from` to `to` (left out) of a log. */
export type LogPart = { readonly log: ActivityLog; readonly from: number; readonly to: number };

/**
 * One pass over a customer's activities, a day at a time.
 * @param asOfDay UTC days since 1970; no activity is later
 * @throws RangeError where they are not by time
 */
export function activityFigures(part: LogPart, asOfDay: number): ActivityFigures {
  const { log, to } = part;
  const figures = noActivities();
  for (let from = part.from; from < to; ) {
    const day = log.days[from] ?? 0;
    let end = from + 1;
    while (end < to && log.days[end] === day) end += 1;
    if (end < to && (log.days[end] ?? 0) < day) throw new RangeError("The activities are not by time.");
    addDay(figures, { log, from, to: end }, asOfDay - day);
    from = end;
  }
  addQuantities(figures, part, asOfDay);
  figures.products = countProducts(part);
  return figures;
}

/** Of one day, `ago` days before the as-of day. */
function addDay(figures: ActivityFigures, { log, from, to }: LogPart, ago: number): void {
  const { order, foreignOrder, refund, foreignRefund, delivery } = ACTIVITY_CODES;
  let [purchases, refunds, deliveries, refunded] = [0, 0, 0, 0];
  let revenue = Number.NaN;
  for (let at = from; at < to; at += 1) {
    const kind = log.codes[at];
    const amount = log.amountsMinor[at] ?? Number.NaN;
    if (kind === order || kind === foreignOrder) {
      if (amount > 0) purchases += 1;
      if (kind === order && !Number.isNaN(amount)) revenue = sumOf(revenue, amount);
    } else if (kind === refund || kind === foreignRefund) {
      refunds += 1;
      if (kind === refund && !Number.isNaN(amount)) refunded += amount;
    } else if (kind === delivery) deliveries += 1;
  }
  if (purchases > 0) addPurchaseDay(figures, ago, revenue);
  if (!Number.isNaN(revenue)) addRevenue(figures, ago, revenue);
  if (refunds > 0) figures.refundDays += 1;
  figures.refunded += refunded;
  if (deliveries === 0) return;
  figures.deliveryDays += 1;
  if (ago <= 90) figures.deliveryDays90d += 1;
}

function addPurchaseDay(figures: ActivityFigures, ago: number, revenue: number): void {
  const gap = figures.lastPurchaseAgo - ago;
  if (figures.purchaseDays === 0) figures.firstPurchaseAgo = ago;
  else addGap(figures, gap);
  // Weeks counted back from the as-of day; a day begins one where the purchase day before lies in an earlier week.
  if (figures.purchaseDays === 0 || week(ago + gap) > week(ago)) figures.activeWeeks += 1;
  figures.lastPurchaseAgo = ago;
  figures.purchaseDays += 1;
  if (ago <= 30) figures.purchaseDays30d += 1;
  if (ago <= 60) figures.purchaseDays60d += 1;
  if (ago <= 90) figures.purchaseDays90d += 1;
  if (ago <= 180) figures.purchaseDays180d += 1;
  figures.purchaseDaysFading30d += Math.exp(-ago / 30);
  if (!Number.isNaN(revenue)) figures.largestDay = largerOf(figures.largestDay, revenue);
}

function addGap(figures: ActivityFigures, gap: number): void {
  figures.gapSum += gap;
  figures.gapSquares += gap * gap;
  figures.longestGap = largerOf(figures.longestGap, gap);
}

function addRevenue(figures: ActivityFigures, ago: number, revenue: number): void {
  figures.revenue = sumOf(figures.revenue, revenue);
  if (ago <= 30) figures.revenue30d += revenue;
  if (ago <= 60) figures.revenue60d += revenue;
  if (ago <= 90) figures.revenue90d += revenue;
  else if (ago <= 180) figures.revenuePrevious90d += revenue;
}

/** Units bought and usage. Sums of fractions hang on their order, and rows of one moment have none: the smallest come first. */
function addQuantities(figures: ActivityFigures, { log, from, to }: LogPart, asOfDay: number): void {
  const { order, foreignOrder, usage } = ACTIVITY_CODES;
  const units: number[] = [];
  const last: number[] = [];
  const previous: number[] = [];
  let used = false;
  for (let at = from; at < to; at += 1) {
    const quantity = log.quantities[at] ?? Number.NaN;
    if (Number.isNaN(quantity)) continue;
    const kind = log.codes[at];
    if (kind === usage) {
      used = true;
      const ago = asOfDay - (log.days[at] ?? 0);
      if (ago <= 28) last.push(quantity);
      else if (ago <= 56) previous.push(quantity);
    } else if ((kind === order || kind === foreignOrder) && (log.amountsMinor[at] ?? 0) > 0)
      units.push(quantity);
  }
  if (units.length > 0) figures.units = sumSorted(units);
  if (!used) return;
  figures.usage28d = sumSorted(last);
  figures.usagePrevious28d = sumSorted(previous);
}

function sumSorted(values: number[]): number {
  if (!values.every(Number.isInteger)) values.sort((a, b) => a - b);
  return values.reduce((sum, value) => sum + value, 0);
}

/** Different ones among the purchases; NaN where none names one. */
function countProducts({ log, from, to }: LogPart): number {
  const { order, foreignOrder } = ACTIVITY_CODES;
  const bought = new Float64Array(to - from);
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const kind = log.codes[at];
    if ((kind !== order && kind !== foreignOrder) || !((log.amountsMinor[at] ?? 0) > 0)) continue;
    const product = log.products[at] ?? Number.NaN;
    if (!Number.isNaN(product)) bought[count++] = product;
  }
  const sorted = bought.subarray(0, count).sort();
  let different = 0;
  for (let place = 0; place < count; place += 1)
    if (place === 0 || sorted[place] !== sorted[place - 1]) different += 1;
  return different === 0 ? Number.NaN : different;
}

const week = (ago: number) => Math.floor(ago / 7);
/** NaN is nothing yet. */
const sumOf = (sum: number, value: number) => (Number.isNaN(sum) ? value : sum + value);
const largerOf = (largest: number, value: number) => (value <= largest ? largest : value);
