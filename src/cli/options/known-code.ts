import { meantBy, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { codes, isCode } from '../../diagnostics/index.js';
import type { Code } from '../../diagnostics/index.js';

/**
 * A code of the catalogue of codes.
 * @throws UsageError `usage/unknown-code`
 */
export function knownCode(code: string): Code {
  if (isCode(code)) return code;
  const help = meantBy(code, Object.keys(codes)) ?? tell('usage/unknown-code:example');
  throw new UsageError(tell('usage/unknown-code', { code }), help);
}
