/** Calls a minute, as Slack's tiers promise them. */
export const TIER_PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
export type Tier = keyof typeof TIER_PER_MINUTE;

export type RateLimitOptions = {
  /**
   * Posts to one channel that may come at once before one a second holds. Slack allows "short bursts" without a
   * figure; 3 was chosen here to be strict.
   */
  readonly postBurst: number;
  /** Whether methods are held to their tiers. */
  readonly tiers: boolean;
};

export const DEFAULT_RATE_LIMITS: RateLimitOptions = { postBurst: 3, tiers: true };

type Bucket = { tokens: number; atMs: number };
export type RateLimits = ReturnType<typeof createRateLimits>;

/** Token buckets on the workspace's clock. */
export function createRateLimits(options: RateLimitOptions, now: () => Date) {
  const buckets = new Map<string, Bucket>();
  /** @returns seconds to wait, 0 when the call may pass */
  const take = (key: string, capacity: number, perSecond: number): number => {
    const atMs = now().getTime();
    const bucket = buckets.get(key) ?? { tokens: capacity, atMs };
    bucket.tokens = Math.min(capacity, bucket.tokens + ((atMs - bucket.atMs) / 1000) * perSecond);
    bucket.atMs = atMs;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
    bucket.tokens -= 1;
    return 0;
  };
  return {
    /** About one message a second per channel. */
    post: (conversationId: string) => take(`post:${conversationId}`, options.postBurst, 1),
    method: (name: string, tier: Tier | null) =>
      tier === null || !options.tiers
        ? 0
        : take(`method:${name}`, TIER_PER_MINUTE[tier], TIER_PER_MINUTE[tier] / 60),
  };
}
