import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { MOST_UPLOAD_BYTES } from "../../domain/imports/upload.ts";
import { withUploadFolder } from "./upload-folder.ts";

/** A file that lies on this machine while it is worked on. */
export type FetchedFile = { readonly path: string; readonly name: string };

export type Taken<T> =
  | { readonly kind: "done"; readonly result: T }
  | { readonly kind: "too-large" }
  /** Deleted, or not for us to read. */
  | { readonly kind: "gone" };

export type FileIntake = {
  /** Fetches a file for `work`, and removes it afterwards. @throws FileFetchError where Slack does not hand it out */
  withFile<T>(fileId: string, work: (file: FetchedFile) => Promise<T>): Promise<Taken<T>>;
};

/** Slack did not hand a file out. */
export class FileFetchError extends Error {
  override readonly name = "FileFetchError";
}

class TooLarge extends Error {}

/** A minute for what Slack sends within a second or two. */
const TIMEOUT_MS = 60_000;
const GONE = ["file_not_found", "file_deleted", "file_not_available"];

/** @param apiUrl another address of the Web API, which then hands out files as well; null: Slack's own */
export function fileIntake(
  web: WebClient,
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string | null },
): FileIntake {
  return {
    async withFile(fileId, work) {
      const file = await describe(web, fileId);
      if (file === null) return { kind: "gone" };
      if (file.size > MOST_UPLOAD_BYTES) return { kind: "too-large" };
      assertSlacks(file.url, apiUrl);
      return withUploadFolder(async (folder) => {
        const path = join(folder, fileNameOf(file.name));
        if (!(await download(file.url, token, path))) return { kind: "too-large" };
        return { kind: "done", result: await work({ path, name: file.name }) };
      });
    },
  };
}

async function describe(web: WebClient, fileId: string) {
  try {
    const { file } = await web.files.info({ file: fileId });
    const url = file?.url_private_download ?? file?.url_private;
    return file === undefined || url === undefined
      ? null
      : { url, name: file.name ?? fileId, size: file.size ?? 0 };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && GONE.includes(error.data.error)) return null;
    throw error;
  }
}

/** The token goes to Slack alone. @throws FileFetchError */
function assertSlacks(address: string, apiUrl: string | null): void {
  const { protocol, hostname, origin } = new URL(address);
  const isSlack = protocol === "https:" && /(^|\.)slack\.com$/.test(hostname);
  const isStandIn = apiUrl !== null && origin === new URL(apiUrl).origin;
  if (!isSlack && !isStandIn) throw new FileFetchError(`Files are not fetched from ${hostname}.`);
}

/** @returns false where it is larger than we take, whatever its size was said to be */
async function download(url: string, token: string, path: string): Promise<boolean> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // Whoever may not have a file gets a page to log in on, with status 200.
  const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
  if (!response.ok || isPage || response.body === null) {
    await response.body?.cancel();
    throw new FileFetchError(`Slack answered ${response.status}${isPage ? ", a page" : ""} for a file.`);
  }
  try {
    await pipeline(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      upTo(MOST_UPLOAD_BYTES),
      createWriteStream(path, { flags: "wx", mode: 0o600 }),
    );
    return true;
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}

function upTo(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

/** A file system takes 255 bytes, and a character up to 4. */
const LONGEST_NAME = 60;

/** The file's own name as far as it can be the name of a file here: imports are listed by it. */
function fileNameOf(name: string): string {
  const safe = Array.from(name.replace(/[^\p{L}\p{N}._ -]/gu, "_").replace(/^\.+/, "_"));
  return safe.slice(-LONGEST_NAME).join("") || "_";
}
