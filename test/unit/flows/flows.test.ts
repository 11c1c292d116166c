import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, expectTypeOf, it } from "vitest";
import { bindFlows, type SlackFlows } from "../../../src/flows/bind-flows.ts";
import * as flows from "../../../src/flows/flows.ts";

const ROOM = resolve(import.meta.dirname, "../../../src/flows");
const LIST = "flows.ts";

type FlowFile = {
  readonly path: string;
  /** `add-cost.ts` would export `addCost`. */
  readonly name: string;
  /** Exports a function named like the file, and a type `…Deps` named like it. */
  readonly isFlow: boolean;
  readonly imports: readonly string[];
};

const files = readdirSync(ROOM, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOM, join(entry.parentPath, entry.name)))
  .map(flowFile);

function flowFile(path: string): FlowFile {
  const text = readFileSync(join(ROOM, path), "utf8");
  const name = camelCase(path.replace(/^.*\//, "").replace(/\.ts$/, ""));
  const depsName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Deps`;
  const exported = (pattern: string) => new RegExp(`^export ${pattern}\\b`, "m").test(text);
  return {
    path,
    name,
    isFlow: exported(`(async )?function ${name}`) && exported(`type ${depsName}`),
    imports: [...text.matchAll(/from "(\.[^"]+)"/g)].map((match) =>
      relative(ROOM, resolve(ROOM, path, "..", match[1] ?? "")),
    ),
  };
}

function camelCase(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const listed = files.find(({ path }) => path === LIST)?.imports ?? [];

describe("the list of flows", () => {
  it("holds every flow that no other flow is made of", () => {
    const used = new Set(files.filter(({ path }) => path !== LIST).flatMap(({ imports }) => imports));
    const forgotten = files.filter(({ path, isFlow }) => isFlow && !used.has(path) && !listed.includes(path));
    expect(forgotten.map(({ path }) => path)).toEqual([]);
  });

  it("holds nothing but flows, each under the name of its file and with deps of its own", () => {
    const others = files.filter(({ path, isFlow }) => listed.includes(path) && !isFlow);
    expect(others.map(({ path }) => path)).toEqual([]);
    const names = files.filter(({ path }) => listed.includes(path)).map(({ name }) => name);
    expect(Object.keys(flows).sort()).toEqual(names.sort());
  });

  it("is deps and at most one input each", () => {
    const longer = Object.entries(flows).filter(([, flow]) => flow.length > 2);
    expect(longer.map(([name]) => name)).toEqual([]);
  });
});

describe("bound flows", () => {
  it("get what they were bound to, and the input", async () => {
    const now = new Date("2026-11-28T09:00:00Z");
    const forgotten: Date[] = [];
    const handledRequests = {
      async forgetOld(at: Date) {
        forgotten.push(at);
        return 3;
      },
    };
    const touches = { log: async (_touch: object, at: Date) => at === now };
    const bound = bindFlows({
      handledRequests,
      requestTraces: { forgetFailures: async () => 0 },
      receipts: { forgetAttempts: async () => 0 },
      askedBefore: { forgetOld: async () => 0 },
      agentActions: { forgetOld: async () => {} },
      touches,
      customers: { find: async () => null },
      clock: () => now,
    });
    expect(await bound.forgetRequests()).toBe(3);
    expect(forgotten).toEqual([now]);
    const touch = { customerId: 1, memberId: "U1", channel: "email", outcome: "reached" } as const;
    const form = { ...touch, viewId: "V1", note: null, minutesSpent: 5, at: now };
    expect(await bound.logTouch(form)).toEqual({ kind: "logged" });
  });

  it("are missing in the type where something they need is", () => {
    const clockOnly = bindFlows({ clock: () => new Date() });
    expectTypeOf<keyof typeof clockOnly>().toEqualTypeOf<never>();
    // Only an evaluation brings a log or a table of its own: the bot and the command line can call all the others.
    expectTypeOf<Exclude<keyof typeof flows, keyof SlackFlows>>().toEqualTypeOf<
      "evaluateLog" | "evaluateTable" | "evaluateTrial"
    >();
  });
});
