import { expect, it } from "vitest";
import type { Delivered } from "../../../src/flows/imports/take-delivery.ts";
import { hookAddress, hookRoute } from "../../../src/web/hooks.ts";

const REQUEST = {
  params: { source: "hubspot" },
  query: new URLSearchParams("a=b"),
  headers: { "x-signature": "s" },
  body: Buffer.from("{}"),
};

it.each([
  ["taken", 202],
  ["refused", 401],
  ["unknown", 404],
] as const)("answers what is %s with %i and nothing else", async (became, status) => {
  const given: Delivered[] = [];
  const takeDelivery = async (delivered: Delivered) => {
    given.push(delivered);
    return became;
  };
  const route = hookRoute({ takeDelivery }, "https://bot.example");
  expect(await route.handle(REQUEST)).toEqual({ status });
  const { params: _, query: _query, ...request } = REQUEST;
  expect(given).toEqual([{ source: "hubspot", url: "https://bot.example/hooks/hubspot", ...request }]);
  expect([route.method, route.path, route.bodyLimit]).toEqual(["POST", "/hooks/:source", 1_000_000]);
});

it("knows no address where none is set, and writes one without doubled slashes", async () => {
  let url: string | null = "";
  const takeDelivery = async (delivered: Delivered) => {
    ({ url } = delivered);
    return "taken" as const;
  };
  await hookRoute({ takeDelivery }, null).handle(REQUEST);
  expect(url).toBeNull();
  expect(hookAddress("https://bot.example/x/", "crm-2")).toBe("https://bot.example/x/hooks/crm-2");
});
