import { expect, it } from "vitest";
import { customerInChannelName } from "../../../../src/domain/asking/channel-customer.ts";

it.each([
  ["acc-acme", "acme"],
  ["ext-acme-tools-support", "acme tools"],
  ["acme", "acme"],
  ["客户-北京贸易", "北京贸易"],
  ["acc-", ""],
  ["", ""],
])("#%s may be called after “%s”", (channel, name) => {
  expect(customerInChannelName(channel)).toBe(name);
});
