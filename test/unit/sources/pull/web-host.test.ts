import { expect, it } from "vitest";
import { webHost } from "../../../../src/sources/pull/web-host.ts";

it.each([
  ["https://www.Acme.com/about?x=1", "acme.com"],
  ["http://shop.acme.co.uk:8080", "shop.acme.co.uk"],
  ["acme.com", "acme.com"],
  [" WWW.acme.com ", "acme.com"],
  ["例子.公司", "xn--fsqu00a.xn--55qx5d"],
  ["", null],
  [null, null],
  [undefined, null],
  ["n/a", null],
  ["sales@acme.com", null],
  ["coming soon", null],
  ["localhost", null],
])("the domain of %s is %s", (address, host) => {
  expect(webHost(address)).toBe(host);
});
