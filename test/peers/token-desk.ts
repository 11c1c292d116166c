/** Where a system gives access tokens, each for as long as a test wants. */
export type TokenDesk = {
  /** In the order in which they were given. */
  readonly given: string[];
  /** From now on nobody gets one. */
  refusing: boolean;
  give(): string;
  isValid(token: string): boolean;
  /** None of those given so far is taken any more. */
  expire(): void;
};

export function tokenDesk(): TokenDesk {
  const given: string[] = [];
  let expired = 0;
  return {
    ...{ given, refusing: false },
    give: () => {
      given.push(`access-${given.length + 1}.token`);
      return given.at(-1)!;
    },
    isValid: (token) => given.indexOf(token) >= expired,
    expire: () => {
      expired = given.length;
    },
  };
}
