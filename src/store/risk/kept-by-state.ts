/**
 * Keeps what was read of the rows that were asked for last, as long as each row's state is the one it was read after.
 * @param most how many are kept
 */
export function keptByState<Read>(most: number) {
  const kept = new Map<number, { readonly state: string; readonly read: Read }>();
  return {
    /** @param state of the row now; null where there is none */
    of(id: number, state: string | null): Read | null {
      const found = kept.get(id);
      return found !== undefined && found.state === state ? found.read : null;
    },
    /** @param state of the row before it was read: where it was written to in between, it is read again */
    keep(id: number, state: string | null, read: Read | null): Read | null {
      kept.delete(id);
      if (state === null || read === null) return read;
      kept.set(id, { state, read });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return read;
    },
  };
}
