import { UsageError } from '../../messages/index.js';
import { suggest } from '../../base/index.js';
import { codes, isCode } from '../../diagnostics/index.js';
import type { Code } from '../../diagnostics/index.js';

/**
 * A code of the catalogue of codes.
 * @throws UsageError `usage/unknown-code`
 */
export function knownCode(code: string): Code {
  if (isCode(code)) return code;
  const names = suggest(code, Object.keys(codes)).map((name) => `"${name}"`);
  const help =
    names.length > 0 ? `Did you mean ${names.join(' or ')}?` : 'Findings name it, as in "compose/conflict".';
  throw new UsageError('usage/unknown-code', `There is no code "${code}".`, help);
}
