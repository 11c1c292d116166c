import { createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { type ClientMessage, clientMessages } from "./client-messages.ts";
import { exchanges } from "./exchanges.ts";
import { oneSession, type SessionClient } from "./one-session.ts";

/** What the protocol answers to who wants to talk in secret: not here. */
const NOT_ENCRYPTED = "N";
const END = "X";

/**
 * Serves a database on a Unix socket, as a PostgreSQL server would.
 * @returns to be called once: takes nothing more and leaves nobody connected
 */
export function serveDatabase(
  database: PGlite,
  path: string,
  maxConnections: number,
): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  const session = oneSession(database, (error) => {
    // It cannot tell whose state is left: who is connected finds out now, and not by waiting.
    for (const socket of sockets) socket.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    connect(socket, session.join(socket));
  });
  server.maxConnections = maxConnections;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve(close));
  });
}

function connect(socket: Socket, client: SessionClient): void {
  const read = clientMessages();
  const collect = exchanges();
  let goesFirst = false;
  socket.on("error", () => {}); // It is closed then, which is heard.
  socket.once("close", () => client.leave());
  socket.on("data", (piece: Buffer) => {
    for (const message of read(piece)) take(message);
  });

  function take(message: ClientMessage): void {
    if (message.kind === "encryption") socket.write(NOT_ENCRYPTED);
    else if (message.kind === "cancel" || (message.kind === "lettered" && message.letter === END))
      socket.end();
    else if (message.kind === "startup") {
      goesFirst = message.goesFirst;
      client.ask({ messages: [message.bytes], isWhole: true }, goesFirst);
    } else {
      const exchange = collect(message);
      if (exchange !== null) client.ask(exchange, goesFirst);
    }
  }
}
