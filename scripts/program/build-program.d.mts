export function build(given: {
  readonly root: string;
  readonly program: string;
  readonly threads: readonly string[];
  readonly sources: readonly string[];
  readonly folder: string;
  readonly keptAs: string;
  readonly stay?: readonly string[];
}): Promise<void>;
