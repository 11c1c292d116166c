// node scripts/program/build-once.mjs FOLDER: builds the program into a folder, to be started from there (deploy/Dockerfile).
import { resolve } from "node:path";
import { buildProgramOnce } from "./built-program.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder to build into.");
await buildProgramOnce(resolve(folder));
