/** Values nested deeper than this are hostile, not useful: they are compared, but never written out or folded. */
export const MOST_NESTED = 250;
