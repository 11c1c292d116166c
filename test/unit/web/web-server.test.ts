import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { WebRequest, WebRoute } from "../../../src/web/web-route.ts";
import { paramsIn, startWebServer, type WebServer } from "../../../src/web/web-server.ts";

const LIMIT = 1000;

const logged: object[] = [];
const keep = (fields: object) => void logged.push(fields);
let asked: WebRequest[] = [];
let server: WebServer;
const route = (method: "GET" | "POST", path: string, more: Partial<WebRoute> = {}): WebRoute => ({
  ...{ method, path, bodyLimit: LIMIT },
  async handle(request) {
    asked.push(request);
    return { status: 200, headers: { "x-seen": "1" }, body: "谢谢" };
  },
  ...more,
});
const broken = async () => {
  throw new Error("no database");
};

beforeAll(async () => {
  const routes = [
    route("GET", "/f/:token"),
    route("POST", "/f/:token"),
    route("GET", "/broken", { handle: broken }),
  ];
  server = await startWebServer(
    routes,
    { host: "127.0.0.1", port: 0 },
    { info() {}, warn: keep, error: keep },
  );
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  logged.length = 0;
});

const at = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

it("gives a route its parameters, its query, its headers and the whole body", async () => {
  const body = "ä".repeat(LIMIT / 2);
  const answered = await at("/f/a%2Fb?x=1&x=2", { method: "POST", body, headers: { "X-Signature": "abc" } });
  expect([answered.status, answered.headers.get("x-seen"), await answered.text()]).toEqual([
    200,
    "1",
    "谢谢",
  ]);
  const [request] = asked;
  expect(request?.params).toEqual({ token: "a/b" });
  expect(request?.query.getAll("x")).toEqual(["1", "2"]);
  expect(request?.headers).toMatchObject({ "x-signature": "abc" });
  expect(request?.body.toString()).toBe(body);
});

it("forbids a browser to keep, frame, guess at or tell of any answer, also one that refuses", async () => {
  for (const path of ["/f/a", "/broken", "/nowhere"]) {
    const { headers } = await at(path);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  }
});

it("tells another path from another method", async () => {
  expect([(await at("/f")).status, (await at("/f/a/b")).status, (await at("/f/%ff")).status]).toEqual([
    404, 404, 404,
  ]);
  const refused = await at("/f/a", { method: "PUT", body: "x" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, POST"]);
  expect(asked).toEqual([]);
});

it("refuses a body over the limit, whether or not its length is said, and goes on for others", async () => {
  const long = "x".repeat(LIMIT + 1);
  expect((await at("/f/a", { method: "POST", body: long })).status).toBe(413);
  const unsaid = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(long));
      controller.close();
    },
  });
  const init = { method: "POST", body: unsaid, duplex: "half" } as RequestInit;
  expect((await at("/f/a", init)).status).toBe(413);
  expect(asked).toEqual([]);
  expect((await at("/f/a")).status).toBe(200);
});

it("does nothing for a request that is cut off", async () => {
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST /f/a HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\nhalf");
  socket.destroy();
  await once(socket, "close");
  expect((await at("/f/b")).status).toBe(200);
  expect(asked.map(({ params }) => params.token)).toEqual(["b"]);
});

it("answers 500 where a route fails, and logs the route but not what was asked", async () => {
  const answered = await at("/broken?secret=1");
  expect([answered.status, await answered.text()]).toEqual([500, ""]);
  expect(logged).toEqual([{ err: new Error("no database"), route: "/broken" }]);
});

it("takes a name for one part of a path, never for an empty one", () => {
  expect(paramsIn("/hooks/:source", "/hooks/zendesk")).toEqual({ source: "zendesk" });
  expect(paramsIn("/hooks/:source", "/hooks/")).toBeNull();
  expect(paramsIn("/hooks/:source", "/hooks/a/b")).toBeNull();
  expect(paramsIn("/healthz", "/healthz")).toEqual({});
  expect(paramsIn("/:name", "/__proto__")).toEqual({ name: "__proto__" });
});
