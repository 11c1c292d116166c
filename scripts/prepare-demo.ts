import { PREPARED_DEMO_FOLDER, prepareDemo } from "../src/local-workspace/prepared-demo.ts";

try {
  await prepareDemo(PREPARED_DEMO_FOLDER, { clock: () => new Date() });
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
