import type {
  PlainAnswer,
  PlainCompany,
  PlainContract,
  PlainCustomer,
  PlainEntry,
  PlainFile,
  PlainMember,
  PlainRate,
  PlainSale,
  PlainTarget,
} from "../reference/plain-company.ts";
import { dayNumber, dayText } from "../reference/plain-numbers.ts";

/** The eighteen months a made-up company lives through; its books of the first twelve are closed. */
export const FIRST_DAY = "2025-01-01";
export const LAST_DAY = "2026-06-30";
const CLOSED_THROUGH = "2025-12-31";
const FIRST_OPEN_DAY = "2026-01-01";

/** EUR has two decimals, JPY none; every pair has a rate all along and another that comes later, one the other way round. */
export const CURRENCIES = ["EUR", "USD", "JPY"] as const;
const RATES: readonly PlainRate[] = [
  { from: "EUR", to: "USD", day: "2020-01-01", rate: "1.0837" },
  { from: "EUR", to: "USD", day: "2025-08-11", rate: "1.12" },
  { from: "USD", to: "EUR", day: "2026-02-15", rate: "0.9137" },
  { from: "EUR", to: "JPY", day: "2020-01-01", rate: "158.25" },
  { from: "EUR", to: "JPY", day: "2025-11-02", rate: "171.4" },
  { from: "JPY", to: "USD", day: "2020-01-01", rate: "0.0068" },
  { from: "USD", to: "JPY", day: "2026-03-01", rate: "149.99" },
];

const SEGMENTS = ["VIP", "大客户", "Standard", null] as const;
const PLAYBOOKS = ["thank", "win-back"] as const;
const NAMES = [
  "大江貿易",
  "北山科技",
  "Ostwald & Söhne",
  "Café Río",
  "林氏企業",
  "Nordhafen",
  "Atelier Blum",
] as const;

const MEMBERS: readonly PlainMember[] = [
  {
    id: "U1",
    email: "mei@example.com",
    hourly: [
      { fromDay: "2024-01-01", minor: 4_250, currency: "EUR" },
      { fromDay: "2025-10-01", minor: 4_811, currency: "EUR" },
    ],
  },
  {
    id: "U2",
    email: "jonas@example.com",
    hourly: [{ fromDay: "2025-03-15", minor: 5_333, currency: "JPY" }],
  },
  { id: "U3", email: "ada@example.com", hourly: [] },
];

/** How a customer's life goes; each is told with chances of its own. */
export const LIVES = [
  "contract-with-price-changes",
  "contract-with-notice",
  "contract-that-comes-back",
  "contracts-that-follow",
  "contracts-that-overlap",
  "contract-without-price",
  "contract-with-credit-notes",
  "regular-buyer",
  "dormant-buyer",
  "yearly-buyer",
  "buyer-who-signs",
  "ended-buyer-who-buys-again",
  "end-withdrawn",
  "refunds-beyond-orders",
  "two-currencies-on-a-day",
  "buyer-who-changes-currency",
  "joins-and-leaves",
  "told-late",
  "prospect",
] as const;
type Life = (typeof LIVES)[number];

export type CompanySize = { readonly customers: number; readonly entries: number; readonly timeZone: string };

/** A company whose rows are the same for the same seed. Every life is lived where there are customers enough. */
export function madeUpCompany(seed: number, { customers, entries, timeZone }: CompanySize): PlainCompany {
  const chances = chancesOf(seed);
  const offset = chances.whole(0, LIVES.length - 1);
  const file = Array.from({ length: customers }, (_, index) =>
    customerOf(index, LIVES[(index + offset) % LIVES.length] as Life, chances),
  );
  return {
    timeZone,
    customers: file,
    members: MEMBERS,
    entries: entriesOf(entries, file, chances),
    rates: RATES,
    budgets: [
      { scope: "segment:VIP", fromDay: "2025-01-01", toDay: "2025-12-31", minor: 1_200_001, currency: "EUR" },
      { scope: "segment:VIP", fromDay: "2025-04-01", toDay: "2025-06-30", minor: 400_000, currency: "USD" },
      { scope: "segment:大客户", fromDay: "2025-05-15", toDay: "2025-08-14", minor: 90_000, currency: "JPY" },
    ],
    closedThrough: CLOSED_THROUGH,
  };
}

type Chances = ReturnType<typeof chancesOf>;

/** A repeatable stream of draws: mulberry32 by Tommy Ettinger. */
function chancesOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    chance: (share: number) => next() < share,
    pick: <T>(options: readonly T[]): T => options[whole(0, options.length - 1)] as T,
    day: (from = FIRST_DAY, to = LAST_DAY) => dayText(whole(dayNumber(from), dayNumber(to))),
    /** An instant of a day, often near midnight somewhere. */
    at: (day: string) =>
      `${day}T${String(whole(0, 23)).padStart(2, "0")}:${String(whole(0, 59)).padStart(2, "0")}:00Z`,
  };
}

const plus = (day: string, days: number) => dayText(dayNumber(day) + days);

function customerOf(index: number, life: Life, chances: Chances): PlainCustomer {
  const { chance, pick, whole, day, at } = chances;
  const currency = pick(CURRENCIES);
  const file = (): PlainFile => ({
    segment: pick(SEGMENTS),
    ownerEmail: pick([...MEMBERS.map(({ email }) => email), null]),
    country: pick(["DE", "TW", "US", null]),
    currency,
    marginPercent: chance(0.3) ? null : whole(5, 80),
    acquisitionMinor: chance(0.3) ? null : whole(1_000, 90_000),
  });
  const several = <T>(most: number, make: (place: number) => T): T[] =>
    Array.from({ length: whole(0, most) }, (_, place) => make(place));
  const { contracts = [], ends = [], sales = [], adjustments = [] } = livedThrough(life, currency, chances);
  // Two systems use the same ids for some customers.
  const twin = index > 0 && index % 7 === 0;
  return {
    id: index + 1,
    source: twin ? "other" : "test",
    externalId: twin ? `C${index - 1}` : `C${index}`,
    name: `${NAMES[index % NAMES.length]} ${index}`,
    file: file(),
    closedFiles: chance(0.25) ? [{ throughDay: CLOSED_THROUGH, file: file() }] : [],
    contracts,
    ends,
    sales,
    adjustments,
    tickets: several(4, (place) => {
      const opened = day();
      const openedAt = at(opened);
      const later = (most: number) => new Date(Date.parse(openedAt) + whole(1, most) * 60_000).toISOString();
      return {
        externalId: `T${index}-${place}`,
        openedAt,
        firstReplyAt: chance(0.8) ? later(3_000) : null,
        solvedAt: chance(0.6) ? later(20_000) : null,
        closedSays: opened < CLOSED_THROUGH && chance(0.3) ? { firstReplyAt: null, solvedAt: null } : null,
        bookedOn: null,
      };
    }),
    touches: several(5, (place) => {
      const on = day();
      return {
        externalId: `H${index}-${place}`,
        at: at(on),
        memberId: pick(["U1", "U2", "U3", null]),
        channel: pick(["phone", "email", "visit"]),
        minutes: whole(0, 90),
        bookedOn: on < CLOSED_THROUGH && chance(0.1) ? FIRST_OPEN_DAY : null,
      };
    }),
    answers: several(4, () => answerOf(chances)),
    suggestions: several(2, () => ({ playbook: pick(PLAYBOOKS), at: at(day()) })),
  };
}

function answerOf({ pick, whole, at, day }: Chances): PlainAnswer {
  const [kind, low, scaleMax] = pick([
    ["nps", 0, 10],
    ["csat", 1, 5],
    ["ces", 1, 7],
  ] as const);
  return { kind, score: whole(low, scaleMax), scaleMax, at: at(day()), bookedOn: null };
}

type Lived = Partial<Pick<PlainCustomer, "contracts" | "ends" | "sales" | "adjustments">>;

function livedThrough(life: Life, currency: string, chances: Chances): Lived {
  const { whole, chance, pick, day, at } = chances;
  const price = (fromDay: string, code = currency) => ({
    fromDay,
    monthlyMinor: whole(0, 400_000),
    currency: code,
  });
  const contract = (startedOn: string, endedOn: string | null): PlainContract => ({
    startedOn,
    endedOn,
    continues: true,
    prices: [price(startedOn)],
  });
  const order = (on: string, code = currency): PlainSale => ({
    kind: "order",
    at: at(on),
    minor: chance(0.05) ? 0 : whole(1, 90_000),
    currency: code,
    bookedOn: null,
  });
  const refund = (on: string, most = 30_000): PlainSale => ({
    ...order(on),
    kind: "refund",
    minor: whole(1, most),
  });
  const orders = (least: number, most: number, from = FIRST_DAY, to = LAST_DAY) =>
    Array.from({ length: whole(least, most) }, () => order(day(from, to)));
  const before = () => day("2023-01-01", "2024-12-31");
  const inside = () => day("2025-02-01", "2026-05-31");
  switch (life) {
    case "contract-with-price-changes": {
      const startedOn = before();
      const changes = [day("2025-01-01", "2025-09-30"), day("2025-10-01", LAST_DAY)];
      return {
        contracts: [
          {
            ...contract(startedOn, null),
            prices: [
              price(startedOn),
              ...changes.map((from) => price(from, chance(0.2) ? pick(CURRENCIES) : currency)),
            ],
          },
        ],
        sales: orders(0, 3),
      };
    }
    case "contract-with-notice":
      return { contracts: [contract(before(), day("2025-06-01", "2026-12-31"))], sales: orders(0, 2) };
    case "contract-that-comes-back": {
      const end = day("2025-01-10", "2025-09-30");
      return {
        contracts: [
          contract(before(), end),
          contract(plus(end, whole(20, 200)), chance(0.5) ? null : LAST_DAY),
        ],
      };
    }
    case "contracts-that-follow": {
      const end = pick(["2025-03-31", "2025-06-30", "2025-12-31", day("2025-02-01", "2026-03-31")]);
      return {
        contracts: [
          contract(before(), end),
          { ...contract(plus(end, 1), chance(0.7) ? null : plus(end, 365)), continues: chance(0.8) },
        ],
      };
    }
    case "contracts-that-overlap": {
      const second = inside();
      return {
        contracts: [
          contract(before(), plus(second, whole(0, 90))),
          contract(second, plus(second, whole(60, 500))),
        ],
      };
    }
    case "contract-without-price": {
      const startedOn = inside();
      const prices = [
        { fromDay: startedOn, monthlyMinor: null, currency },
        ...(chance(0.5) ? [price(plus(startedOn, whole(5, 120)))] : []),
      ];
      return { contracts: [{ ...contract(startedOn, null), prices }], sales: orders(1, 5) };
    }
    case "contract-with-credit-notes":
      return { contracts: [contract(before(), null)], sales: [refund(inside()), refund(inside(), 200_000)] };
    case "regular-buyer":
      return { sales: [...orders(6, 20, "2024-06-01"), refund(inside())] };
    case "dormant-buyer":
      return { sales: orders(1, 2, "2021-01-01", "2023-06-30") };
    case "yearly-buyer": {
      // A year and a day, a year, or a day less than the days that a purchase counts for.
      const first = day("2024-01-01", "2025-06-30");
      return { sales: [order(first), order(plus(first, whole(363, 369)))] };
    }
    case "buyer-who-signs": {
      const signed = inside();
      return {
        contracts: [contract(signed, chance(0.3) ? plus(signed, whole(30, 200)) : null)],
        sales: [...orders(2, 8, "2024-10-01"), refund(inside())],
      };
    }
    case "ended-buyer-who-buys-again": {
      const endedOn = day("2025-03-01", "2025-09-30");
      return {
        ends: [{ endedOn, resumedOn: null }],
        sales: [...orders(1, 3, "2024-06-01", plus(endedOn, -3)), order(plus(endedOn, whole(5, 240)))],
      };
    }
    case "end-withdrawn": {
      const endedOn = day("2025-03-01", "2025-06-30");
      return {
        ends: [{ endedOn, resumedOn: plus(endedOn, whole(5, 150)) }],
        sales: orders(1, 4, "2024-08-01", plus(endedOn, -3)),
      };
    }
    case "refunds-beyond-orders":
      return { sales: [...orders(1, 3), refund(inside(), 300_000), refund(inside(), 300_000)] };
    case "two-currencies-on-a-day": {
      const on = inside();
      return { sales: CURRENCIES.map((code) => ({ ...order(on, code), at: `${on}T12:00:00Z` })) };
    }
    case "buyer-who-changes-currency": {
      const on = inside();
      return {
        sales: [
          ...Array.from({ length: 4 }, () => order(day(FIRST_DAY, on), "EUR")),
          ...Array.from({ length: 4 }, () => order(day(on, LAST_DAY), pick(["USD", "JPY"]))),
        ],
      };
    }
    case "joins-and-leaves": {
      const joined = inside();
      return chance(0.5)
        ? { contracts: [contract(joined, plus(joined, whole(0, 60)))] }
        : { sales: [order(joined)], ends: [{ endedOn: plus(joined, whole(2, 60)), resumedOn: null }] };
    }
    case "told-late": {
      const late = (sale: PlainSale): PlainSale => ({ ...sale, bookedOn: FIRST_OPEN_DAY });
      const told = () => day("2025-06-01", plus(CLOSED_THROUGH, -2));
      return {
        ends: chance(0.3) ? [{ endedOn: plus(CLOSED_THROUGH, -whole(1, 90)), resumedOn: null }] : [],
        sales: [...orders(2, 6), late(order(told())), late(refund(told()))],
        adjustments: [
          {
            bookedOn: FIRST_OPEN_DAY,
            fromDay: "2025-10-01",
            toDay: CLOSED_THROUGH,
            minor: whole(-50_000, 50_000),
            currency,
          },
        ],
      };
    }
    case "prospect":
      return { sales: [{ ...order(inside()), kind: "usage", minor: 0 }] };
  }
}

const CATEGORIES = ["labour", "tools", "activities", "marketing"] as const;
const DRIVERS = ["equal", "revenue", "orders", "tickets", "touches", "minutes"] as const;

function entriesOf(howMany: number, customers: readonly PlainCustomer[], chances: Chances): PlainEntry[] {
  const { pick, whole, chance, day } = chances;
  const targets = (): PlainTarget[] => {
    const customer = pick(customers);
    const ticket = pick([...customer.tickets.map(({ externalId }) => externalId), "T-gone"]);
    const touch = pick([...customer.touches.map(({ externalId }) => externalId), "H-gone"]);
    return pick<PlainTarget[]>([
      [{ kind: "all" }],
      [{ kind: "all" }],
      [{ kind: "segment", name: pick(SEGMENTS) ?? "nobody's" }],
      [{ kind: "customer", name: customer.externalId }],
      [{ kind: "ticket", name: ticket }],
      [{ kind: "touch", name: touch }],
      [{ kind: "playbook", name: pick([...PLAYBOOKS, "unused"]) }],
      [
        { kind: "segment", name: "大客户" },
        { kind: "customer", name: pick(customers).externalId },
      ],
    ]);
  };
  const entries: PlainEntry[] = [];
  for (let place = 0; place < howMany; place += 1) {
    const corrected = place > 0 && chance(0.12) ? whole(0, place - 1) : null;
    const original = corrected === null ? undefined : entries[corrected];
    if (original !== undefined && original.corrects === null) {
      const booked = original.toDay <= CLOSED_THROUGH && chance(0.5) ? FIRST_OPEN_DAY : null;
      entries.push({ ...original, minor: -whole(1, original.minor), corrects: corrected, bookedOn: booked });
      continue;
    }
    const month = `${pick(["2025", "2026"])}-${pick(["01", "02", "03", "04", "05", "06"])}-01`;
    const fromDay = chance(0.5) ? month : day("2024-12-01");
    entries.push({
      source: pick(["test", "other", "ledger"]),
      category: pick(CATEGORIES),
      kind: pick(["direct", "indirect"]),
      minor: chance(0.1) ? whole(1, 5) : whole(1, 3_000_000),
      currency: pick(CURRENCIES),
      fromDay,
      toDay: plus(fromDay, pick([0, 0, 6, 30, 91, 364])),
      targets: targets(),
      driver: pick(DRIVERS),
      corrects: null,
      bookedOn: null,
    });
  }
  return entries;
}
