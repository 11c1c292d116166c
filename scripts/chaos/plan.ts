import type { RandomStream } from "../../src/demo/random.ts";

/** What is done to the bot, to Slack's answers, to the database, to the clocks. */
export const FAULTS = [
  "kill",
  "kill-after-store",
  "kill-after-acknowledgement",
  "500-after-store",
  "500-before-store",
  "429-storm",
  "hang",
  "cut-before-store",
  "cut-after-store",
  "late-store",
  "database-restart",
  "database-hang",
  "disk-full",
  "two-instances",
  "three-instances",
  "clock-ahead-1h",
  "clock-behind-1h",
  "replay-5min",
  "replay-1h",
  "replay-24h",
  "replay-6d",
  "socket-refresh",
  "socket-cut",
  "embedded-kill",
] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * Of the short form, which every run of the tests makes: one workspace on one server, and nothing for which it waits by the
 * clock of the machine.
 */
export const SHORT_KINDS = [
  "kill-after-store",
  "kill-after-acknowledgement",
  "500-after-store",
  "500-before-store",
  "429-storm",
  "cut-before-store",
  "cut-after-store",
  "database-restart",
  "two-instances",
] as const satisfies readonly Fault[];

export const WORLDS = ["http", "socket", "embedded"] as const;
/** Signed HTTP or Socket Mode on a native server, or signed HTTP on the embedded database. */
export type WorldName = (typeof WORLDS)[number];

export type RoundPlan = {
  readonly world: WorldName;
  readonly instances: number;
  readonly faults: readonly Fault[];
  /** At random points while people and messages come in; one more ends the round. */
  readonly kills: number;
};

const ONLY_SOCKET: readonly Fault[] = ["socket-refresh", "socket-cut"];

const INSTANCES: Partial<Record<Fault, number>> = { "two-instances": 2, "three-instances": 3 };

/**
 * What is done in each round: two kinds at a time, dealt from a shuffled deck, so that every kind comes as often as any
 * other; those that need another world than signed HTTP on a server bring it along.
 * @param kills at random points in each round
 * @param kinds which are dealt; all unless given
 */
export function planRounds(
  rounds: number,
  random: RandomStream,
  { kills, kinds = FAULTS }: { readonly kills: number; readonly kinds?: readonly Fault[] },
): RoundPlan[] {
  const deck = dealer(kinds, random);
  return Array.from({ length: rounds }, () => {
    const first = deck();
    const world = worldOf(first);
    const faults = [...new Set([first, deck((fault) => fault !== first && fits(fault, world))])];
    const instances = Math.max(1, ...faults.map((fault) => INSTANCES[fault] ?? 1));
    return { world, instances, faults, kills };
  });
}

function worldOf(fault: Fault): WorldName {
  if (ONLY_SOCKET.includes(fault)) return "socket";
  return fault === "embedded-kill" ? "embedded" : "http";
}

/** What needs a server, another process beside it or signed requests. */
const NOT_EMBEDDED: readonly Fault[] = [
  "database-restart",
  "database-hang",
  "disk-full",
  "two-instances",
  "three-instances",
];
const ONLY_HTTP: readonly Fault[] = [
  "kill-after-acknowledgement",
  "replay-5min",
  "replay-1h",
  "replay-24h",
  "replay-6d",
];

function fits(fault: Fault, world: WorldName): boolean {
  const own = worldOf(fault);
  if (own !== "http") return own === world;
  if (world === "socket") return !ONLY_HTTP.includes(fault);
  return world === "http" || (!NOT_EMBEDDED.includes(fault) && !ONLY_HTTP.includes(fault));
}

/** Gives the next card that fits; where none is left, the cards are shuffled anew. */
function dealer(kinds: readonly Fault[], random: RandomStream) {
  let cards: Fault[] = [];
  return (isWanted: (fault: Fault) => boolean = () => true): Fault => {
    if (!cards.some(isWanted)) cards = [...cards, ...shuffled(kinds, random)];
    const index = cards.findIndex(isWanted);
    const [card] = cards.splice(Math.max(index, 0), 1);
    return card ?? "kill";
  };
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
