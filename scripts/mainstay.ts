import { allowClosedPipe } from "../src/cli/closed-pipe.ts";
import { runCli } from "../src/cli/program.ts";

allowClosedPipe(process.stdout);
allowClosedPipe(process.stderr);
process.exitCode = await runCli(process.argv);
