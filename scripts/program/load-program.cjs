// Starts the built program beside it (program.cjs), with what V8 compiled it to at an earlier start. Copied there by build-program.mjs.
const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire, SourceMap, wrap } = require("node:module");
const { join, resolve } = require("node:path");
const { cachedDataVersionTag, setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

/*
 * Each thread collects its garbage when its heap is twice as large as what was in use the last time, where the engine would wait for
 * four times as much: 100 MB less at the most, for a collection more every few seconds. Chosen by an import of 400,000 lines: 544 to
 * 609 MB without it, 442 to 469 so, and 430 by 50. Set first, for what is compiled with other flags is of no use.
 */
setFlagsFromString("--heap-growing-percent=100");

const FILE = join(__dirname, "program.cjs");
/** Of this version of Node with these options, on this kind of processor. */
const COMPILED = join(__dirname, `compiled-${cachedDataVersionTag()}`);

tellErrorsBySource();
run();

function run() {
  const cachedData = read(COMPILED);
  // It is all ASCII, so that V8 keeps a byte a letter.
  const script = new Script(wrap(readFileSync(FILE, "latin1")), {
    filename: FILE,
    ...(cachedData && { cachedData }),
  });
  const isKept = cachedData !== null && !script.cachedDataRejected;
  if (!isKept) process.once("exit", () => keep(script));
  const program = { exports: {}, import: (name) => import(name) };
  script.runInThisContext()(program.exports, createRequire(FILE), program, FILE, __dirname);
}

/** By then it holds what the start needed. Where nothing can be written, the next start compiles again. */
function keep(script) {
  const beside = `${COMPILED}.${process.pid}`;
  try {
    writeFileSync(beside, script.createCachedData());
    renameSync(beside, COMPILED);
  } catch {}
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** As `--enable-source-maps` does, which reads the maps of everything at each start; this reads one, once somebody looks at an error. */
function tellErrorsBySource() {
  let map;
  const placeOf = (call) => {
    map ??= new SourceMap(JSON.parse(readFileSync(`${FILE}.map`, "utf8")));
    const found = map.findEntry(call.getLineNumber() - 1, call.getColumnNumber() - 1);
    if (found.originalSource === undefined) return null;
    return `${resolve(__dirname, found.originalSource)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  };
  const told = (call) => {
    const place = call.getFileName() === FILE ? placeOf(call) : null;
    const text = String(call);
    return place === null
      ? text
      : text.replace(`${FILE}:${call.getLineNumber()}:${call.getColumnNumber()}`, place);
  };
  Error.prepareStackTrace = (error, calls) =>
    [Error.prototype.toString.call(error), ...calls.map((call) => `    at ${told(call)}`)].join("\n");
}
