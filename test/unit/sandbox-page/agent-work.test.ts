import { describe, expect, it } from "vitest";
import { workIn } from "../../../src/sandbox/page/state/agent-work.ts";
import type { Snapshot } from "../../../src/sandbox/page-protocol.ts";
import { message, workspace } from "./workspace-fixture.ts";

const status = (given: Partial<Snapshot["statuses"][number]> = {}) => ({
  conversationId: "C1",
  threadTs: "1.0",
  text: "is looking it up…",
  canStop: false,
  ...given,
});
const writing = message({ ts: "2.0", threadTs: "1.0", isStreaming: true });

describe("what the app is at work on", () => {
  it("is said in its thread and where the thread begins, nowhere else", () => {
    const snapshot: Snapshot = { ...workspace(), statuses: [status()] };
    const shown = [{ threadTs: "1.0", text: "is looking it up…", canStop: false }];
    expect(workIn(snapshot, "C1", null)).toEqual(shown);
    expect(workIn(snapshot, "C1", "1.0")).toEqual(shown);
    expect(workIn(snapshot, "C1", "9.0")).toEqual([]);
    expect(workIn(snapshot, "C2", null)).toEqual([]);
  });

  it("is seen of a stream, which can be stopped until it has ended", () => {
    expect(workIn(workspace([writing]), "C1", "1.0")).toEqual([
      { threadTs: "1.0", text: "is writing…", canStop: true },
    ]);
    expect(workIn(workspace([{ ...writing, isStreaming: false }]), "C1", null)).toEqual([]);
  });

  it("stands there once, in the app's own words, with one way to stop it", () => {
    const snapshot: Snapshot = { ...workspace([writing]), statuses: [status()] };
    expect(workIn(snapshot, "C1", null)).toEqual([
      { threadTs: "1.0", text: "is looking it up…", canStop: true },
    ]);
  });

  it("cannot be stopped where the app would not hear of it, and needs no words", () => {
    const deaf: Snapshot = { ...workspace([writing]), statuses: [status({ text: "", canStop: true })] };
    const shown = workIn({ ...deaf, workspace: { ...deaf.workspace, hearsStops: false } }, "C1", null);
    expect(shown).toEqual([{ threadTs: "1.0", text: "is at work…", canStop: false }]);
  });
});
