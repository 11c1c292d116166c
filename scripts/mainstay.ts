import { allowClosedPipe } from "../src/cli/closed-pipe.ts";
import { openDatabaseAhead } from "../src/local-workspace/database-ahead.ts";

allowClosedPipe(process.stdout);
allowClosedPipe(process.stderr);
/** Node's own code for a program that has nothing left to wait for and is not done. */
process.exitCode = 13;
void run();

/** The program is read only now, side by side with the opening of the database. */
async function run(): Promise<void> {
  if (process.argv.slice(2).join() === "start") openDatabaseAhead();
  const { runCli } = await import("../src/cli/program.ts");
  process.exitCode = await runCli(process.argv);
}
