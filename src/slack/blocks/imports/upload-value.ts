import type { UploadRequest } from "../../../domain/imports/upload.ts";

/** What a form or a button hands back about a file: at most 2,000 characters, as Slack allows a button. */
export function encodeUpload({ fileId, source, currency, formats }: UploadRequest): string {
  return JSON.stringify([fileId, source, currency, formats]);
}

/** @returns null for what no form or button of ours carries */
export function decodeUpload(value: string | undefined): UploadRequest | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [fileId, source, currency, formats]: unknown[] = parsed;
  if (typeof fileId !== "string" || !isTextOrNull(source) || !isTextOrNull(currency)) return null;
  if (!Array.isArray(formats) || !formats.every(isTextOrNull)) return null;
  return { fileId, source, currency, formats };
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
