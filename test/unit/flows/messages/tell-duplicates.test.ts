import { expect, it } from "vitest";
import type { ListedPair } from "../../../../src/domain/customers/joins/listed-pair.ts";
import { type TellDuplicatesDeps, tellDuplicates } from "../../../../src/flows/messages/tell-duplicates.ts";
import type { NewOutboxMessage } from "../../../../src/store/messages/outbox.ts";

const NOW = new Date("2026-11-22T08:00:00Z");
const side = { customerId: 1, name: "Acme", source: "crm", externalId: "1", contracts: 0 };
const pair: ListedPair = {
  firstId: 1,
  secondId: 2,
  status: "proposed",
  isCertain: false,
  why: { agrees: [], differs: [] },
  first: side,
  second: side,
  decidedBy: null,
  decidedByName: null,
};

function bench(untold: { proposed: number; joined: number }, channels: readonly string[]) {
  const sent: NewOutboxMessage[] = [];
  const told: Date[] = [];
  const deps: TellDuplicatesDeps = {
    customerPairs: {
      untold: async () => untold,
      proposed: async () => ({ pairs: [pair], inAll: 12 }),
      untoldJoins: async () => [{ ...pair, status: "joined" }],
      told: async (at) => void told.push(at),
    },
    channelSettings: {
      optedIn: async () =>
        channels.map((channelId) => ({
          ...{ channelId, timeZone: "UTC", locale: "en" as const, setBy: "U1", updatedAt: NOW },
          ...{ digest: false, costSummary: false, alerts: true, escalations: false },
        })),
    },
    outbox: {
      enqueue: async (message) => {
        sent.push(message);
        return true;
      },
    },
    clock: () => NOW,
    timeZone: "Asia/Tokyo",
  };
  return { deps, sent, told };
}

it("tells each channel with alerts once a day, the rest by their number", async () => {
  const { deps, sent, told } = bench({ proposed: 3, joined: 4 }, ["C1", "C2"]);
  expect(await tellDuplicates(deps)).toBe(2);
  expect(sent).toMatchObject([
    { key: "duplicates:C1:2026-11-22", message: { kind: "duplicates", more: 11, moreJoined: 3 } },
    { key: "duplicates:C2:2026-11-22" },
  ]);
  expect(told).toEqual([NOW]);
});

it("says nothing where nothing is new, and forgets nothing where nobody listens", async () => {
  const quiet = bench({ proposed: 0, joined: 0 }, ["C1"]);
  expect(await tellDuplicates(quiet.deps)).toBe(0);
  expect(quiet.sent).toEqual([]);
  const alone = bench({ proposed: 1, joined: 0 }, []);
  expect(await tellDuplicates(alone.deps)).toBe(0);
  expect(alone.told).toEqual([]);
});
