import { allowClosedPipe } from "../src/cli/closed-pipe.ts";
import { runCli } from "../src/cli/program.ts";
import { limitHeapGrowth } from "../src/heap-growth.ts";

limitHeapGrowth();
allowClosedPipe(process.stdout);
allowClosedPipe(process.stderr);
process.exitCode = await runCli(process.argv);
