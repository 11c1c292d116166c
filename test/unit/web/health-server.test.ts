import { afterEach, describe, expect, it } from "vitest";
import { startHealthServer, type WebServer } from "../../../src/web/web-server.ts";

const warned: object[] = [];
const log = { info() {}, error() {}, warn: (fields: object) => void warned.push(fields) };
const open: WebServer[] = [];
const start = async (port: number, isChosen: boolean) => {
  const server = await startHealthServer([], { host: "127.0.0.1", port, isChosen }, log);
  if (server) open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  warned.length = 0;
});

describe("the server for whoever watches", () => {
  it("is not there where it is switched off", async () => {
    expect(await startHealthServer([], null, log)).toBeNull();
  });

  it("is left out, with a word in the log, where nobody chose the port and it is taken", async () => {
    const taken = (await start(0, true))?.port ?? 0;
    expect(await start(taken, false)).toBeNull();
    expect(warned).toEqual([{ host: "127.0.0.1", port: taken }]);
  });

  it("is asked for where somebody chose the port: the start fails", async () => {
    const taken = (await start(0, true))?.port ?? 0;
    await expect(start(taken, true)).rejects.toThrow(/EADDRINUSE/);
  });

  it("closes twice without harm", async () => {
    const server = await start(0, true);
    await server?.close();
    await server?.close();
  });
});
