/** By what a file can name somebody; an e-mail is the same in every source. */
export type ErasableKey =
  | { readonly kind: "customer" | "contact"; readonly source: string; readonly key: string }
  | { readonly kind: "e-mail"; readonly key: string };
