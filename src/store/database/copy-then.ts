import type { Writable } from "node:stream";
import pg from "pg";

/** Rows to be copied into a table: `COPY … FROM STDIN`, and what it reads. */
export type CopyIn = { readonly sql: string; readonly rows: Buffer };

/** What a connection can do, and its type does not say. */
type Connection = {
  readonly stream: Writable;
  parse(statement: { readonly text: string }): void;
  bind(values: object): void;
  execute(portal: object): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/** What a pool can do, and its type does not say of a query that is made already. */
type Sender = { query(query: pg.Query, done: (error: Error | null | undefined) => void): void };

/**
 * Copies rows and carries out a statement, both or neither: what is sent up to one Sync is one transaction. All of it is sent at once, the
 * rows as well, which the driver knows no way for; so it takes one round trip, and on the embedded database one turn.
 * @param onSent called when the last byte is on its way
 */
export function copyThen(
  pool: pg.Pool,
  copy: CopyIn,
  { sql, values }: { readonly sql: string; readonly values: readonly unknown[] },
  onSent: () => void = () => {},
): Promise<void> {
  const query = new pg.Query({ text: sql, values: [...values] });
  const submit = query.submit.bind(query);
  const changed = Object.assign(query, {
    submit(connection: pg.Connection) {
      const way = connection as unknown as Connection;
      way.stream.cork();
      sendRows(way, copy);
      const problem = submit(connection);
      way.stream.write("", onSent);
      way.stream.uncork();
      return problem;
    },
    handleCopyInResponse() {}, // The rows are on their way already.
  });
  return new Promise((resolve, reject) => {
    (pool as unknown as Sender).query(changed, (error) => (error ? reject(error) : resolve()));
  });
}

function sendRows(connection: Connection, { sql, rows }: CopyIn): void {
  connection.parse({ text: sql });
  connection.bind({});
  connection.execute({});
  connection.sendCopyFromChunk(rows);
  connection.endCopyFrom();
}
