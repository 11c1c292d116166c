import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** One open WebSocket, text frames only. */
export type WebSocketPeer = {
  readonly send: (text: string) => void;
  readonly onMessage: (listener: (text: string) => void) => void;
  readonly onClose: (listener: () => void) => void;
  /** Says goodbye; the connection ends when the other side answers. */
  readonly close: (code?: number) => void;
  /** Cuts the connection without a word. */
  readonly destroy: () => void;
};

const OPCODE = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;
/** From RFC 6455, section 1.3. */
const ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/** More than any envelope or page command; larger frames are a mistake or an attack. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
const PING_INTERVAL_MS = 10_000;

/**
 * Takes over an upgrade request (RFC 6455, no extensions). The project has no WebSocket server among its packages, and
 * two loopback sockets do not warrant one.
 */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): WebSocketPeer | null {
  const key = request.headers["sec-websocket-key"];
  if (request.headers.upgrade?.toLowerCase() !== "websocket" || typeof key !== "string") {
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    return null;
  }
  const accept = createHash("sha1")
    .update(key + ACCEPT_SUFFIX)
    .digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  return peerOn(socket, head);
}

function peerOn(socket: Duplex, head: Buffer): WebSocketPeer {
  const messageListeners = new Set<(text: string) => void>();
  const closeListeners = new Set<() => void>();
  let rest = head;
  let parts: Buffer[] = [];
  const write = (opcode: number, payload: Buffer) => {
    if (!socket.destroyed && socket.writable) socket.write(frame(opcode, payload));
  };
  const ping = setInterval(() => write(OPCODE.ping, Buffer.alloc(0)), PING_INTERVAL_MS);
  ping.unref();

  const receive = ({ opcode, final, payload }: Frame) => {
    if (opcode === OPCODE.ping) write(OPCODE.pong, payload);
    if (opcode === OPCODE.close) {
      write(OPCODE.close, payload.subarray(0, 2));
      socket.end();
    }
    if (opcode !== OPCODE.text && opcode !== OPCODE.continuation) return;
    parts.push(payload);
    if (!final) return;
    const text = Buffer.concat(parts).toString("utf8");
    parts = [];
    for (const listener of messageListeners) listener(text);
  };
  const read = () => {
    for (let next = readFrame(rest); next; next = readFrame(rest)) {
      if (next === "too large") return socket.destroy();
      rest = rest.subarray(next.size);
      receive(next);
    }
  };

  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    read();
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    clearInterval(ping);
    for (const listener of closeListeners) listener();
  });
  if (head.length > 0) queueMicrotask(read);

  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    onMessage: (listener) => messageListeners.add(listener),
    onClose: (listener) => closeListeners.add(listener),
    close(code = 1000) {
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      write(OPCODE.close, payload);
    },
    destroy: () => socket.destroy(),
  };
}

type Frame = {
  readonly opcode: number;
  readonly final: boolean;
  readonly payload: Buffer;
  readonly size: number;
};

/** The first whole frame in the buffer; null while it is not there yet. Clients must mask what they send. */
function readFrame(buffer: Buffer): Frame | "too large" | null {
  if (buffer.length < 2) return null;
  const first = buffer.readUInt8(0);
  const second = buffer.readUInt8(1);
  const lengthBytes = (second & 0x7f) === 126 ? 2 : (second & 0x7f) === 127 ? 8 : 0;
  const maskBytes = second & 0x80 ? 4 : 0;
  const headerBytes = 2 + lengthBytes + maskBytes;
  if (buffer.length < headerBytes) return null;
  const length =
    lengthBytes === 0
      ? second & 0x7f
      : lengthBytes === 2
        ? buffer.readUInt16BE(2)
        : Number(buffer.readBigUInt64BE(2));
  if (length > MAX_MESSAGE_BYTES) return "too large";
  const size = headerBytes + length;
  if (buffer.length < size) return null;
  const payload = Buffer.from(buffer.subarray(headerBytes, size));
  if (maskBytes > 0) {
    const mask = buffer.subarray(headerBytes - maskBytes, headerBytes);
    payload.forEach((byte, index) => {
      payload[index] = byte ^ mask.readUInt8(index % 4);
    });
  }
  return { opcode: first & 0x0f, final: (first & 0x80) !== 0, payload, size };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header.writeUInt8(0x80 | opcode, 0);
  if (length < 126) header.writeUInt8(length, 1);
  else if (length < 65_536) {
    header.writeUInt8(126, 1);
    header.writeUInt16BE(length, 2);
  } else {
    header.writeUInt8(127, 1);
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}
