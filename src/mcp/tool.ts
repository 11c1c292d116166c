import { z } from "zod";
import type { Surface } from "../domain/access.ts";
import type { Member } from "../domain/customer.ts";
import type { SlackFlows } from "../flows/bind-flows.ts";
import type { Locale } from "../words/locale.ts";
import type { Say } from "../words/say.ts";

/** Who asks through a program, and what their answer is made with. */
export type Asked = {
  readonly flows: SlackFlows;
  readonly reader: Member;
  readonly place: "agent";
  readonly now: Date;
  readonly locale: Locale;
  readonly say: Say;
  /** Whoever may confirm what they were shown. */
  readonly caller: string;
  /** An id that nobody can guess. */
  newId(): string;
};

/** What a tool answers. */
export type Answered<Body> = {
  /** What came of it, for the audit: never what was asked or told. */
  readonly outcome: string;
  /** Whom it was about; null: nobody in particular. */
  readonly customerId: number | null;
  /** It could not be done; the message says what to do. */
  readonly isRefused?: true;
  readonly body: Body;
};

/** Something a program can ask for, as the protocol lists it and as it is called. */
export type Tool = {
  readonly name: string;
  readonly title: string;
  /** Read by a program, which chooses by it; in English. */
  readonly description: string;
  /** By which `domain/access.ts` decides who may have it. */
  readonly surface: Surface;
  /** Whether it changes anything, once confirmed. */
  readonly changes: boolean;
  readonly inputSchema: object;
  readonly outputSchema: object;
  /** @returns what the output's schema says @throws ZodError where the tool breaks it */
  call(given: unknown, asked: Asked): Promise<Answered<Readonly<Record<string, unknown>>>>;
};

type Definition<In extends z.ZodObject, Out extends z.ZodObject> = Pick<
  Tool,
  "name" | "title" | "description" | "surface" | "changes"
> & {
  readonly input: In;
  readonly output: Out;
  run(input: z.output<In>, asked: Asked): Promise<Answered<z.input<Out>>>;
};

/** A tool by its definition: what comes in is checked, and so is what goes out. */
export function defineTool<In extends z.ZodObject, Out extends z.ZodObject>(
  definition: Definition<In, Out>,
): Tool {
  const { input, output, run, ...listed } = definition;
  return {
    ...listed,
    inputSchema: z.toJSONSchema(input, { target: "draft-7", io: "input" }),
    outputSchema: z.toJSONSchema(output, { target: "draft-7" }),
    async call(given, asked) {
      const read = input.safeParse(given ?? {});
      if (!read.success) return wrongInput(read.error, asked);
      const answered = await run(read.data, asked);
      return { ...answered, body: output.parse(answered.body) };
    },
  };
}

function wrongInput({ issues }: z.ZodError, { say }: Asked): Answered<{ readonly message: string }> {
  const problems = issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
  const message = say("mcp.wrong-input", { problems: problems.join(" ") });
  return { outcome: "wrong input", customerId: null, isRefused: true, body: { message } };
}

/** What every answer says first. */
export const message = z.string().describe("What came of it, in the words of the member who asks.");
