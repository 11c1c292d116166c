import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { WorkspaceState } from "./state.ts";

/** Changes when a saved state can no longer be read; such a file starts anew from the seed. */
const FORMAT = 1;
const SAVE_AFTER_MS = 200;

export type SavedState = { readonly state: WorkspaceState; readonly offsetMs: number };
type Saved = SavedState & { readonly format: number; readonly workspace: string };

/** @returns null where there is none, or one of another workspace or format */
export function readState(path: string, workspace: string): SavedState | null {
  try {
    const saved: Saved = JSON.parse(readFileSync(path, "utf8"));
    return saved.format === FORMAT && saved.workspace === workspace ? saved : null;
  } catch {
    return null;
  }
}

export type StateFile = { readonly changed: () => void; readonly save: () => void };

/** Writes the state a moment after it has changed, whole or not at all. */
export function stateFile(path: string, workspace: string, current: () => SavedState): StateFile {
  let timer: NodeJS.Timeout | null = null;
  const save = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    mkdirSync(dirname(path), { recursive: true });
    const saved: Saved = { format: FORMAT, workspace, ...current() };
    writeFileSync(`${path}.new`, JSON.stringify(saved), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    changed() {
      timer ??= setTimeout(save, SAVE_AFTER_MS).unref();
    },
    save,
  };
}
