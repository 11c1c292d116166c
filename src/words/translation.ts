/** The words of an English file in another language, by the same codes; what the command line says stays English. */
export type Translation<English> = {
  readonly [Code in keyof English as Code extends `cli.${string}` | `${string}.cli` ? never : Code]: string;
};
