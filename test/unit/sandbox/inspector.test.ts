import { expect, it } from "vitest";
import { masked } from "../../../src/sandbox/inspector.ts";

it("masks tokens in fields and in text, and leaves the rest", () => {
  expect(
    masked({
      token: "xoxb-1",
      view: { text: "use xoxb-12-ab and xapp-1-A" },
      list: ["xoxp-9"],
      count: 1,
      none: null,
    }),
  ).toEqual({
    token: "•••",
    view: { text: "use xoxb-••• and xapp-•••" },
    list: ["xoxp-•••"],
    count: 1,
    none: null,
  });
});
