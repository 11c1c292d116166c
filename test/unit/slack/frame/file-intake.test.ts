import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { afterEach, expect, it } from "vitest";
import { MOST_UPLOAD_BYTES } from "../../../../src/domain/imports/upload.ts";
import { FileFetchError, fileIntake } from "../../../../src/slack/frame/file-intake.ts";
import { removeLeftUploads } from "../../../../src/slack/frame/upload-folder.ts";

const TOKEN = "xoxb-secret";
let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

type Handed = { readonly body: string | Buffer; readonly type?: string; readonly status?: number };

/** A Slack with one file. */
async function intakeOf(handed: Handed, described: { name?: string; size?: number; url?: string } = {}) {
  const tokens: (string | undefined)[] = [];
  server = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(handed.status ?? 200, { "content-type": handed.type ?? "text/csv" }).end(handed.body);
  });
  await new Promise<void>((ready) => server?.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { url = `${origin}/files-pri/F1`, name = "orders.csv", size = handed.body.length } = described;
  const info = async () => ({ ok: true, file: { id: "F1", name, size, url_private_download: url } });
  const web = { files: { info } } as unknown as WebClient;
  return { intake: fileIntake(web, { token: TOKEN, apiUrl: `${origin}/api/` }), tokens };
}

it("lends the file for as long as it is worked on, to this user alone", async () => {
  const { intake, tokens } = await intakeOf({ body: "a,b\n1,2\n" });
  let path = "";
  const taken = await intake.withFile("F1", async (file) => {
    path = file.path;
    expect(statSync(dirname(path)).mode & 0o077).toBe(0);
    return [file.name, readFileSync(path, "utf8")];
  });
  expect(taken).toEqual({ kind: "done", result: ["orders.csv", "a,b\n1,2\n"] });
  expect(tokens).toEqual([`Bearer ${TOKEN}`]);
  expect(existsSync(dirname(path))).toBe(false);
});

it("removes it where the work fails", async () => {
  const { intake } = await intakeOf({ body: "a" });
  let path = "";
  const work = intake.withFile("F1", async (file) => {
    path = file.path;
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(existsSync(dirname(path))).toBe(false);
});

it.each([
  ["../../etc/passwd.csv", "__.._etc_passwd.csv"],
  ["客户 2026 (1).csv", "客户 2026 _1_.csv"],
  [`${"長".repeat(100)}.csv`, `${"長".repeat(56)}.csv`],
])("calls it on the disk what can be the name of a file: %s", async (name, expected) => {
  const { intake } = await intakeOf({ body: "a" }, { name });
  const taken = await intake.withFile("F1", async (file) => [basename(file.path), file.name]);
  expect(taken).toEqual({ kind: "done", result: [expected, name] });
});

it("takes no more than the limit, whatever the size is said to be", async () => {
  const worked = async () => "worked";
  const said = await intakeOf({ body: "a" }, { size: MOST_UPLOAD_BYTES + 1 });
  expect(await said.intake.withFile("F1", worked)).toEqual({ kind: "too-large" });
  expect(said.tokens).toEqual([]);
  server?.close();
  const sent = await intakeOf({ body: Buffer.alloc(MOST_UPLOAD_BYTES + 1) }, { size: 10 });
  expect(await sent.intake.withFile("F1", worked)).toEqual({ kind: "too-large" });
});

it("shows its token to nobody but Slack", async () => {
  for (const url of [
    "https://files.slack.com.example.com/F1",
    "http://files.slack.com/F1",
    "https://myslack.com/F1",
  ]) {
    const { intake, tokens } = await intakeOf({ body: "a" }, { url });
    await expect(intake.withFile("F1", async () => null)).rejects.toThrow(FileFetchError);
    expect(tokens).toEqual([]);
    server?.close();
  }
});

it("fails on a page to log in on, which comes with status 200", async () => {
  const { intake } = await intakeOf({ body: "<title>Sign in</title>", type: "text/html; charset=utf-8" });
  await expect(intake.withFile("F1", async () => null)).rejects.toThrow(FileFetchError);
});

it("says that a file is gone where Slack no longer has it", async () => {
  const info = () => Promise.reject(new WebAPIPlatformError({ ok: false, error: "file_deleted" }));
  const web = { files: { info } } as unknown as WebClient;
  const intake = fileIntake(web, { token: TOKEN, apiUrl: null });
  expect(await intake.withFile("F1", async () => null)).toEqual({ kind: "gone" });
});

it("removes at a start what processes left that are no more", async () => {
  const parent = mkdtempSync(join(tmpdir(), "uploads-test-"));
  // No process has the highest number there is; the one that runs the tests is at work.
  const names = ["2147483647-a", `${process.pid}-b`, `${process.ppid}-c`].map(
    (end) => `mainstay-upload-${end}`,
  );
  for (const name of [...names, "other"]) mkdirSync(join(parent, name));
  await removeLeftUploads(parent);
  expect(readdirSync(parent).sort()).toEqual([names[2], "other"].sort());
  rmSync(parent, { recursive: true });
});
