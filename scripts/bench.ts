// npm run bench -- <name> [options]: prints what was measured as lines of JSON.
const BENCHES = [
  "all",
  "import",
  "features",
  "score",
  "scaling",
  "compare",
  "card",
  "card-alone",
  "cold-start",
  "at-risk",
  "nudges",
  "digest",
  "uplift",
  "costs",
  "customer-costs",
  "figures",
  "event-loop",
  "facts",
  "demo",
  "levels",
  "products",
  "replays",
  "backup",
  "growth",
  "parts",
];
/** Run as the program is built: the loader of TypeScript takes memory and time in each thread that no user's process takes. */
const BUILT = ["import", "score", "compare", "card"];
const name = process.argv[2] ?? "";

if (!BENCHES.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- ${BENCHES.join("|")} [options]\n`);
  process.exitCode = 2;
} else if (BUILT.includes(name)) {
  const { runBuiltBench } = await import("./bench/built-bench.ts");
  process.exitCode = await runBuiltBench(name, process.argv.slice(3));
} else {
  process.argv.splice(2, 1);
  await import(`./bench/${name}.ts`);
}
