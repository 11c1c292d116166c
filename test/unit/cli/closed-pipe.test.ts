import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { allowClosedPipe } from "../../../src/cli/closed-pipe.ts";

it("forgives a reader who has left, and nothing else", () => {
  const stream = new EventEmitter();
  allowClosedPipe(stream);
  const failing = (code: string) => () => stream.emit("error", Object.assign(new Error(code), { code }));
  expect(failing("EPIPE")).not.toThrow();
  expect(failing("ENOSPC")).toThrow("ENOSPC");
});
