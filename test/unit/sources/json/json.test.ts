import { describe, expect, it } from "vitest";
import { flatRecord, isRecord, parseWritten } from "../../../../src/sources/json/flat-record.ts";
import { readJsonList } from "../../../../src/sources/json/json-list.ts";

const flat = (text: string) => {
  const value = parseWritten(text);
  if (!isRecord(value)) throw new Error("no record");
  return Object.fromEntries(flatRecord(value));
};

describe("a JSON record", () => {
  it("is flattened to dotted names; plain lists are joined, lists of records stay JSON", () => {
    expect(
      flat(
        '{"id":1,"via":{"channel":"mail","source":{"rel":null}},"tags":["a","b",3,null],"open":true,"empty":{},"none":[],"fields":[{"id":7,"value":"x"}]}',
      ),
    ).toEqual({
      id: "1",
      "via.channel": "mail",
      "via.source.rel": "",
      tags: "a, b, 3",
      open: "true",
      empty: "",
      none: "",
      fields: '[{"id":"7","value":"x"}]',
    });
  });

  it("keeps numbers as they were written, also ids of eighteen digits", () => {
    expect(
      flat('{"id":360012345678901234,"amount":1.50,"low":-0.10,"large":1.5e3,"text":"12, 1e9 \\" 5"}'),
    ).toEqual({
      id: "360012345678901234",
      amount: "1.50",
      low: "-0.10",
      large: "1500",
      text: '12, 1e9 " 5',
    });
  });

  it("may be nested and long without end", () => {
    const deep = `${'{"a":'.repeat(500)}1${"}".repeat(500)}`;
    expect(Object.keys(flat(deep))).toEqual(["a.a.a.a.a.a.a.a"]);
    expect(flat(`{"note":"${'x\\"'.repeat(1_000_000)}"}`).note).toHaveLength(2_000_000);
  });
});

describe("a JSON list", () => {
  const placed = (text: string) => {
    const list = readJsonList(text);
    return list.kind === "list" ? list.elements.map(({ line, raw }) => [line, raw]) : list;
  };

  it("has records with the lines they begin at, alone or under a name", () => {
    expect(placed('[{"id":1},\n\n {"id":2,"of":{"a":[{"b":1}]}},{"id":3}]')).toEqual([
      [1, '{"id":1}'],
      [3, '{"id":2,"of":{"a":[{"b":1}]}}'],
      [3, '{"id":3}'],
    ]);
    expect(
      placed('{"count":2,\n"labels":["[{","x"],\n"tickets":[\n{"id":1,"t":"}]"},\n{"id":2}\n],"next":null}'),
    ).toEqual([
      [4, '{"id":1,"t":"}]"}'],
      [5, '{"id":2}'],
    ]);
  });

  it("keeps what is no record, to be rejected at the line before", () => {
    expect(placed('[{"id":1},\n7,\n{"id":2}]')).toEqual([
      [1, '{"id":1}'],
      [1, '"7"'],
      [3, '{"id":2}'],
    ]);
    expect(placed("[]")).toEqual([]);
  });

  it("is none where the text is broken, has no list of records, or several", () => {
    expect(placed('[{"id":1},\n{"id":1 "x"}]')).toEqual({ kind: "broken", line: 2 });
    expect(placed('{"id":1,"tags":["a"]}')).toEqual({ kind: "no-list", lists: [] });
    expect(placed('{"a":[{"x":1}],"b":[{"y":1}]}')).toEqual({ kind: "no-list", lists: ["a", "b"] });
    expect(placed('"text"')).toEqual({ kind: "no-list", lists: [] });
  });
});
