import { buildPage } from "../src/sandbox/page/build.ts";

try {
  await buildPage();
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
