/** Bounds on one document, so that hostile text costs bounded time and memory. */
export const documentLimits = {
  /** Bytes (or UTF-16 code units, where the text is already decoded) of one file. */
  bytes: 10 * 1024 * 1024,
  /** Collections within collections. */
  depth: 200,
  /** Nodes that the aliases of one file stand for, counted as often as they appear. */
  aliasNodes: 100_000,
  /** Findings of one file in one phase; a finding says that there are more. */
  findings: 1_000,
} as const;
