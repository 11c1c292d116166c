import type { EmbeddedDatabase } from "../../src/store/database/embedded-database.ts";

/** Where a running embedded database is reached, as if it were a server. */
export function urlOfEmbedded({ connection }: EmbeddedDatabase): string {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(String(connection.host))}`;
}
