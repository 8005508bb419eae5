/** Work that may be done, counted in formulas looked at or put together: the same on every machine. */
export class Work {
  /** @param of what it is a part of: spent from there as well */
  constructor(
    private left: number,
    private readonly of?: Work,
  ) {}

  /** Spends some. Whether that was still there. */
  spend(amount: number): boolean {
    this.left -= amount;
    const isThere = this.of?.spend(amount) ?? true;
    return isThere && this.left >= 0;
  }
}
