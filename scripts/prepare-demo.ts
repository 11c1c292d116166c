import { PREPARED_DEMO_FOLDER, prepareDemo } from "../src/prepared-demo.ts";

await prepareDemo(PREPARED_DEMO_FOLDER, { clock: () => new Date() });
