/** A colon of Chinese writing behind what would be a key: a Chinese keyboard writes it, and YAML takes it for text. */
const afterKey = /^(?:[ ]*- +)*[ ]*[\p{L}\p{N}_.-]+(：)/u;

/** How many lines above its mistake a reader of YAML may notice it. */
const linesAbove = 3;

/**
 * The Chinese colon by which a text cannot be read: one at or shortly before the place where reading stopped, with which
 * replaced reading comes further.
 * @param failsAt where reading a text stops; undefined where it does not
 * @returns its offset
 */
export function findChineseColon(
  text: string,
  stopped: number,
  failsAt: (text: string) => number | undefined,
): number | undefined {
  let end = text.indexOf('\n', stopped);
  if (end < 0) end = text.length;
  for (let above = 0; above <= linesAbove && end >= 0; above++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const colon = afterKey.exec(text.slice(start, end))?.[0].length;
    if (colon !== undefined) {
      const at = start + colon - 1;
      const further = failsAt(`${text.slice(0, at)}: ${text.slice(at + 1)}`);
      if (further === undefined || further > stopped + 1) return at;
    }
    end = start - 1;
  }
  return undefined;
}
