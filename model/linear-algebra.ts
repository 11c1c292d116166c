/** The lower triangle L of A = L·Lᵀ (Cholesky); A row-major, only its lower triangle is read and replaced. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = lower[row * size + column] ?? 0;
      for (let k = 0, a = row * size, b = column * size; k < column; k += 1, a += 1, b += 1)
        sum -= (lower[a] ?? 0) * (lower[b] ?? 0);
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[column * size + column] ?? 1);
    }
  }
  return lower;
}

/** Solves A·x = b for a positive definite A, row-major; its lower triangle is read. */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): Float64Array {
  return solveFactored(choleskyFactor(matrix, right.length), right);
}

/** Solves L·Lᵀ·x = b for a factor L of `choleskyFactor`: one factor serves any number of right sides. */
export function solveFactored(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (solution[k] ?? 0);
    solution[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (solution[k] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
}
