/** Whole percent of a share, 0–1. 0 stands for "under 1 %" and 100 for "over 99 %": nobody leaves or stays for certain. */
export function cautiousPercent(share: number): number {
  if (share < 0.01) return 0;
  if (share > 0.99) return 100;
  return Math.round(share * 100);
}
