/** One request of a system as its signature is checked. */
export type HookRequest = {
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The address as the system was given it; null where the bot does not know its own. */
  readonly url: string | null;
  readonly secret: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** Why a delivery is not believed. */
export type HookRefusal = "unsigned" | "wrong-signature" | "wrong-time" | "no-secret" | "no-address";

export type HookCheck =
  /** `id` tells it from all others: of what was signed, since nothing else can be relied on. */
  | { readonly kind: "genuine"; readonly id: string }
  | { readonly kind: "refused"; readonly because: HookRefusal };

/** A delivery that was believed. */
export type HookDelivery = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly settings: Readonly<Record<string, string>>;
};

/** One record that a delivery tells. */
export type ToldRecord = {
  readonly stream: string;
  /** As `external_id` of the stream's mapping has it. */
  readonly id: string;
  /** When it became so there; null where nothing says: then whatever comes last counts. */
  readonly at: Date | null;
  /** Null: it was deleted there. */
  readonly record: unknown;
};

type Signed = {
  /** Environment variable of what the system signs with. */
  readonly secret: string;
  /** Headers that say what a delivery is about, to be kept with it. */
  readonly headers: readonly string[];
  check(request: HookRequest): HookCheck;
};

/** How a system says by itself that something is new. */
export type SourceHook =
  | (Signed & {
      readonly tells: "changes";
      /** A list shows a change so long after it was told, in ms: asked earlier, it would not have it yet. */
      readonly visibleAfterMs: number;
      /** Which streams have something new. @throws SourceError for what cannot be read */
      streamsIn(delivery: HookDelivery): readonly string[];
    })
  | (Signed & {
      readonly tells: "records";
      /** In the order in which they are told. @throws SourceError for what cannot be read */
      recordsIn(delivery: HookDelivery): Promise<readonly ToldRecord[]>;
    });
