/**
 * Where a probability could as well lie, 0–1, low ≤ probability ≤ high: the central 80 % by how far the model's members
 * disagree and how uncertain the level of churn to expect is.
 */
export type Bounds = { readonly low: number; readonly high: number };
