import { expect, it } from "vitest";
import { sizePhrases, type TableSizes } from "../../../src/domain/table-size.ts";
import { commandLineText } from "../../../src/words/command-line.ts";

const sizes = (comparedWith: string | null): TableSizes => ({
  tables: [
    { name: "activities", bytes: 12_345_600_000, parts: 16, earlierBytes: 12_000_000_000 },
    { name: "scores", bytes: 900_400_000, parts: 1, earlierBytes: 1_000_000_000 },
    { name: "outbox", bytes: 400_000, parts: 1, earlierBytes: null },
    { name: "members", bytes: 8_192, parts: 1, earlierBytes: 8_192 },
  ],
  bytes: 13_246_408_192,
  comparedWith,
});
const said = (comparedWith: string | null) => sizePhrases(sizes(comparedWith), 3).map(commandLineText);

it("are told with what the largest tables grew or shrank by, in how many parts they are", () => {
  expect(said("2026-10-31")).toEqual([
    "13,246 MB",
    "activities 12,346 MB in 16 parts (+346 since 2026-10-31)",
    "scores 900 MB (-100 since 2026-10-31)",
    "outbox 0 MB",
  ]);
});

it("are told alone, where nothing was noted before", () => {
  expect(said(null).slice(1, 3)).toEqual(["activities 12,346 MB in 16 parts", "scores 900 MB"]);
});
