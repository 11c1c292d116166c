import { setImmediate as nextRound } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Exchange, exchanges, keyOf } from "../../../../src/store/database/exchanges.ts";
import { oneSession } from "../../../../src/store/database/one-session.ts";

const message = (letter: string, content = "") => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + content.length);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(content)]);
};
const query = (sql: string): Exchange => ({ messages: [message("Q", `${sql}\0`)], isWhole: true });

/** A session that notes what it is told, and has a transaction open from BEGIN on. */
function notingSession(failing = "") {
  const heard: string[] = [];
  let isOpen = false;
  return {
    heard,
    isInTransaction: () => isOpen,
    async execProtocolRawStream(
      given: Uint8Array,
      { onRawData }: { onRawData: (bytes: Uint8Array) => void },
    ) {
      const text =
        Buffer.from(given).subarray(5).toString().replaceAll("\0", "") || String.fromCharCode(given[0] ?? 0);
      heard.push(text);
      if (text === failing) throw new Error("unreachable");
      if (text === "BEGIN") isOpen = true;
      if (text === "COMMIT" || text === "ROLLBACK") isOpen = false;
      onRawData(Buffer.from(`said ${text}`));
    },
  };
}

function listener() {
  const said: string[] = [];
  const write = (bytes: Uint8Array) => said.push(String(bytes)) > 0;
  return { said, cork() {}, uncork() {}, write };
}

const settled = async () => {
  for (let round = 0; round < 20; round += 1) await nextRound();
};

describe("one session for many clients", () => {
  it("answers each client what it asked", async () => {
    const session = notingSession();
    const shared = oneSession(session, () => {});
    const [a, b] = [listener(), listener()];
    shared.join(a).ask(query("A"));
    shared.join(b).ask(query("B"));
    await settled();
    expect([a.said, b.said]).toEqual([["said A"], ["said B"]]);
  });

  it("answers first who goes first, in the order of their coming, and then the others", async () => {
    const session = notingSession();
    const shared = oneSession(session, () => {});
    const [a, first] = [shared.join(listener()), shared.join(listener())];
    a.ask(query("A"));
    first.ask(query("first"), true);
    a.ask(query("A again"));
    first.ask(query("second"), true);
    await settled();
    expect(session.heard).toEqual(["first", "second", "A", "A again"]);
  });

  it("lets nobody in between while a transaction is open, nor before an exchange is whole", async () => {
    const session = notingSession();
    const shared = oneSession(session, () => {});
    const [a, b] = [shared.join(listener()), shared.join(listener())];
    a.ask(query("BEGIN"));
    b.ask({ messages: [message("E", "part")], isWhole: false });
    await settled();
    expect(session.heard).toEqual(["BEGIN"]);
    a.ask(query("A"));
    a.ask(query("COMMIT"));
    await settled();
    expect(session.heard).toEqual(["BEGIN", "A", "COMMIT", "part"]);
    a.ask(query("A again"));
    await settled();
    b.ask({ messages: [message("S")], isWhole: true });
    await settled();
    expect(session.heard.slice(4)).toEqual(["S", "A again"]);
  });

  it("rolls back what a client that leaves has open, and forgets what it waited for", async () => {
    const session = notingSession();
    const shared = oneSession(session, () => {});
    const [a, b] = [shared.join(listener()), shared.join(listener())];
    a.ask(query("BEGIN"));
    await settled();
    b.ask(query("B"));
    a.leave();
    await settled();
    expect(session.heard).toEqual(["BEGIN", "S", "ROLLBACK", "B"]);
    a.ask(query("BEGIN"));
    b.ask(query("B never"));
    b.leave();
    await settled();
    expect(session.heard).not.toContain("B never");
  });

  it("goes on after what the database could not even answer", async () => {
    const broken: unknown[] = [];
    const session = notingSession("A");
    const shared = oneSession(session, (error) => broken.push(error));
    const b = listener();
    shared.join(listener()).ask(query("A"));
    shared.join(b).ask(query("B"));
    await settled();
    expect(broken).toEqual([new Error("unreachable")]);
    expect(b.said).toEqual(["said B"]);
  });
});

describe("an exchange", () => {
  const PARSE = message("P", "name\0SELECT 1\0");
  const BIND = message("B", "portal\0name\0");

  it("is a query, or everything up to a Sync or Flush", () => {
    const collect = exchanges();
    const take = (bytes: Buffer) =>
      collect({ kind: "lettered", letter: String(bytes.subarray(0, 1)), bytes });
    expect([PARSE, BIND, message("E")].map(take)).toEqual([null, null, null]);
    expect(take(message("H"))).toMatchObject({ isWhole: false, messages: { length: 4 } });
    expect(take(message("S"))).toMatchObject({ isWhole: true, messages: { length: 1 } });
    expect(take(message("Q", "SELECT 1\0"))).toMatchObject({ isWhole: true, messages: { length: 1 } });
  });

  it("is one piece where rows are copied in, with what follows them", () => {
    const collect = exchanges();
    const parts = [
      message("P", "\0COPY t FROM STDIN\0"),
      message("E"),
      message("d", "rows"),
      message("c"),
      PARSE,
    ];
    const take = (bytes: Buffer) =>
      collect({ kind: "lettered", letter: String(bytes.subarray(0, 1)), bytes });
    expect(parts.map(take)).toEqual([null, null, null, null, null]);
    const sync = message("S");
    expect(take(sync)).toEqual({ isWhole: true, messages: [Buffer.concat([...parts, sync])] });
    expect(take(message("Q", "SELECT 1\0"))).toMatchObject({ messages: { length: 1 } });
    expect([PARSE, sync].map(take)).toMatchObject([null, { messages: { length: 2 } }]);
  });

  it("is known again by its statement's name, else by its text", () => {
    const keys = [[PARSE, BIND], [BIND], [message("P", "\0SELECT 1\0")], [message("Q", "SELECT 1\0")]];
    expect(keys.map((messages) => keyOf({ messages, isWhole: true }))).toEqual([
      "name",
      "name",
      "SELECT 1",
      "SELECT 1",
    ]);
  });
});
