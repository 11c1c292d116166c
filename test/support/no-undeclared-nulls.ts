import pg from "pg";
import { statedStatements } from "../../src/store/database/statement.ts";

/*
 * Looks at every row that a stated statement gives in a test: a column that is declared as never null may not be null.
 * PostgreSQL cannot say that of what is computed. (Statements that are only composed when needed are not known here, but
 * for those that stand for them.)
 */

type Given = { readonly rows?: ReadonlyArray<Readonly<Record<string, unknown>>> } | undefined;
type Callback = (error: Error | null, result?: Given) => void;

let known = new Map<string, (result: Given) => Error | null>();
/** Of how many statements: some have the same text, so that there are fewer texts. */
let statements = 0;

function complaint(sql: unknown, result: Given): Error | null {
  if (typeof sql !== "string") return null;
  const look = known.get(sql) ?? newlyStated().get(sql);
  return look?.(result) ?? null;
}

function newlyStated(): typeof known {
  const stated = statedStatements();
  if (statements < stated.length) known = new Map(stated.map(({ sql, ...rest }) => [sql, lookingAt(rest)]));
  statements = stated.length;
  return known;
}

function lookingAt({ name, row }: Pick<ReturnType<typeof statedStatements>[number], "name" | "row">) {
  const neverNull = Object.entries(row).flatMap(([column, { nullable }]) => (nullable ? [] : [column]));
  return (result: Given) => {
    const column = neverNull.find((each) => result?.rows?.some((given) => given[each] === null));
    return column === undefined
      ? null
      : new Error(`Column "${column}" of the statement "${name}" is null, declared as never null.`);
  };
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;
/** Kept by the process: files that share one run this more than once, and a look is enough. */
const untouched = Symbol.for("mainstay.untouched-query");
const shared = pg.Client.prototype as { [untouched]?: Query };
shared[untouched] ??= pg.Client.prototype.query as Query;
const query = shared[untouched];

pg.Client.prototype.query = function looked(this: pg.Client, ...given: unknown[]) {
  const [sql] = given;
  const callback = given.at(-1);
  if (typeof callback === "function") {
    const answer: Callback = (error, result) => {
      const wrong = error ? null : complaint(sql, result);
      (callback as Callback)(error ?? wrong, wrong ? undefined : result);
    };
    return query.call(this, ...given.slice(0, -1), answer);
  }
  const answer = query.call(this, ...given);
  if (!(answer instanceof Promise)) return answer;
  return answer.then((result: Given) => {
    const wrong = complaint(sql, result);
    if (wrong) throw wrong;
    return result;
  });
} as typeof pg.Client.prototype.query;
