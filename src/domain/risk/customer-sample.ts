/**
 * Draws about `share` (0–1) of the customers, the same ones in every snapshot for the same seed: a customer is in or
 * out by a hash of id and seed (the finaliser of MurmurHash3), whatever order the rows come in.
 */
export function customerSample(share: number, seed: number): (customerId: number) => boolean {
  if (share >= 1) return () => true;
  const salt = mixed(seed);
  return (customerId) => mixed(customerId ^ salt) / 2 ** 32 < share;
}

function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
