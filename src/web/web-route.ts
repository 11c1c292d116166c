/** One request as a route gets it: read whole, within the route's limit. */
export type WebRequest = {
  /** Values of the `:names` in the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By names in lower case; of one given twice, both joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type WebResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Something the bot answers over HTTP besides Slack's requests: a page, a health check, a system's hook. */
export type WebRoute = {
  readonly method: "GET" | "POST";
  /** Such as `/hooks/:source`; a name stands for one part of the path. */
  readonly path: string;
  /** Bytes of a body; what is longer is answered 413 and never read whole. */
  readonly bodyLimit: number;
  /** What it throws is logged without the request's content, and answered 500. */
  handle(request: WebRequest): Promise<WebResponse>;
};
