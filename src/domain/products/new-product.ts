/** A product that came into the catalogue, for a customer who buys its category often. */
export type NewProduct = {
  /** Its id in the file of products, behind the source's name. */
  readonly reference: string;
  readonly name: string;
  readonly category: string;
  /** When a file named it first. */
  readonly listedAt: Date;
  /** On how many days (UTC) they bought of the category. */
  readonly days: number;
};

/** For so long a product is new. Chosen by the product. */
export const NEW_FOR_DAYS = 30;
/** Three purchase days are the fewest that make a habit, as of products bought regularly. */
export const OFTEN_DAYS = 3;
