import type { Part } from "../../domain/part.ts";

export type ReadPartDeps = {
  /**
   * Notes in the log what could not be read.
   * @returns the reference it has there. Left out: what cannot be read fails the whole page
   */
  readonly noteUnread?: (part: string, error: unknown) => string;
};

/** A part of a page, or under which reference the log has why it could not be read. */
export async function readPart<Value>(
  { noteUnread }: ReadPartDeps,
  part: string,
  read: () => Promise<Value>,
): Promise<Part<Value>> {
  try {
    return await read();
  } catch (error) {
    if (noteUnread === undefined) throw error;
    return { unread: noteUnread(part, error) };
  }
}
