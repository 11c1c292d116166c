import { expect, it } from "vitest";
import { about, button } from "../../../../src/slack/blocks/elements.ts";

const spoken = (label: string, customer: string) =>
  about(customer, button("a", label, "1")).accessibility_label;

it("says of a button which customer it is about", () => {
  expect(spoken("Snooze", "Acme")).toBe("Snooze: Acme");
  expect(spoken("Log a touch", "環球貿易有限公司")).toBe("Log a touch: 環球貿易有限公司");
});

it("cuts the customer and never the button, to 75 characters and between whole ones", () => {
  const long = spoken("Share to channel", `${"𠮷".repeat(60)}`);
  expect(long).toHaveLength(75);
  expect(long).toMatch(/^Share to channel: 𠮷+…$/u);
});

it("keeps the label that is seen", () => {
  expect(about("Acme", button("a", "Why", "1")).text.text).toBe("Why");
});
