export type OnProgress = (done: number, total: number) => void;

/** Adds up what so many parts tell of themselves, each by its place, in hundredths of a part; it never goes back. */
export function progressOf(parts: number, onProgress: OnProgress = () => {}): (part: number) => OnProgress {
  const shares = new Float64Array(parts);
  return (part) => (done, total) => {
    shares[part] = Math.max(shares[part] ?? 0, done / total);
    onProgress(Math.round(100 * shares.reduce((sum, share) => sum + share, 0)), 100 * parts);
  };
}
