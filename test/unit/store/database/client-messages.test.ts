import { describe, expect, it } from "vitest";
import { clientMessages, GOES_FIRST } from "../../../../src/store/database/client-messages.ts";

const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeInt32BE(value, place * 4);
  return bytes;
};
const STARTUP = Buffer.concat([numbers(17, 196608), Buffer.from("user\0me\0\0")]);
const lettered = (letter: string, content: string) =>
  Buffer.concat([Buffer.from(letter), numbers(4 + content.length), Buffer.from(content)]);
const QUERY = lettered("Q", "SELECT 1\0");
const SYNC = lettered("S", "");

/** What came of it, as text. */
const read = (...pieces: Buffer[]) => {
  const take = clientMessages();
  return pieces.map((piece) =>
    take(piece).map((message) =>
      message.kind === "lettered" ? `${message.letter} ${message.bytes}` : message.kind,
    ),
  );
};

describe("what a client sends", () => {
  it("is cut into its messages, the first of which has no letter", () => {
    expect(read(STARTUP, Buffer.concat([QUERY, SYNC]))).toEqual([["startup"], [`Q ${QUERY}`, `S ${SYNC}`]]);
  });

  it("is the same in pieces of any size", () => {
    const all = Buffer.concat([STARTUP, QUERY, SYNC, QUERY]);
    const whole = ["startup", `Q ${QUERY}`, `S ${SYNC}`, `Q ${QUERY}`];
    for (let size = 1; size <= all.length; size += 1) {
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
        all.subarray(place * size, (place + 1) * size),
      );
      expect(read(...pieces).flat()).toEqual(whole);
    }
  });

  it("goes before all others' where it calls itself so", () => {
    const calledIn = (name: string) => {
      const content = Buffer.from(`user\0me\0application_name\0${name}\0\0`);
      return clientMessages()(Buffer.concat([numbers(8 + content.length, 196608), content]));
    };
    expect(calledIn(GOES_FIRST)).toMatchObject([{ kind: "startup", goesFirst: true }]);
    for (const other of ["mainstay", `${GOES_FIRST} of all`, `not ${GOES_FIRST}`])
      expect(calledIn(other)).toMatchObject([{ goesFirst: false }]);
  });

  it.each([
    ["encryption by TLS", 80877103],
    ["encryption by GSSAPI", 80877104],
  ])("may ask for %s before it starts", (_, code) => {
    expect(read(numbers(8, code), STARTUP, QUERY)).toEqual([["encryption"], ["startup"], [`Q ${QUERY}`]]);
  });

  it("may be nothing but the wish to end another's query", () => {
    expect(read(numbers(16, 80877102, 1, 2))).toEqual([["cancel"]]);
  });
});
