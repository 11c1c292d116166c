import { gunzipSync, gzipSync } from "node:zlib";

/** Text as it is kept where nobody searches it: gzip, which every tool opens. */
export const packed = (text: string): Buffer => gzipSync(text, { level: 9 });

/** @throws Error where it is no gzip or was damaged: its checksum tells */
export const unpacked = (kept: Uint8Array): string => gunzipSync(kept).toString("utf8");
