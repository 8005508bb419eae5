/** A block of lines on a terminal that is drawn over itself. */
export interface LiveTable {
  /** Shows the text in the place of what stood there before. */
  show(text: string): void;
  /** Takes everything away, so that what follows stands where the block was. */
  clear(): void;
}

/**
 * A block of lines on a terminal.
 * @param write writes at the beginning of the line where the cursor stands, as `Io.progress` does
 */
export function createLiveTable(write: (text: string) => void): LiveTable {
  let lines = 0;
  // Up to the first line of the block, and everything from there on erased (ECMA-48, CUU and ED).
  const erase = (): string => (lines === 0 ? '' : `\u001b[${lines}A\u001b[J`);
  return {
    show(text) {
      write(erase() + text);
      lines = text.split('\n').length - 1;
    },
    clear() {
      if (lines > 0) write(erase());
      lines = 0;
    },
  };
}
