import { byKey, inTurn } from '../base/index.js';
import type { Acceptance } from '../model/index.js';

const bySource = inTurn<Acceptance>(
  byKey(({ file }) => file),
  byKey(({ pointer }) => pointer),
  byKey(({ code }) => code),
);

/** A baseline as YAML, or as JSON where the file's name ends in `.json`; the same entries give the same text. */
export function baselineText(accepted: readonly Acceptance[], file: string): string {
  const sorted = [...accepted].sort(bySource);
  if (/\.json$/i.test(file)) {
    return `${JSON.stringify({ formatVersion: 1, accepted: sorted }, null, 2)}\n`;
  }
  const entries = sorted.map(({ code, file: of, pointer, reason, until }) => {
    const lines = [
      `  - code: ${code}`,
      `    file: ${JSON.stringify(of)}`,
      `    pointer: ${JSON.stringify(pointer)}`,
      `    reason: ${JSON.stringify(reason)}`,
      ...(until === undefined ? [] : [`    until: ${until}`]),
    ];
    return `${lines.join('\n')}\n`;
  });
  const list = entries.length === 0 ? 'accepted: []\n' : `accepted:\n${entries.join('')}`;
  return `# Findings of "onething check" that are accepted. Each entry says why, and "until" which day.\nformatVersion: 1\n${list}`;
}
