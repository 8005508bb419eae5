import { literal } from '../../messages/index.js';
import type { PlainArg } from '../../messages/index.js';
import { engineMessages, tell, tellEngine } from './messages.js';

type Key = keyof typeof engineMessages;

/** Why a pattern is no regular expression (ECMA-262, Unicode mode); undefined where it is one. */
export function patternFault(pattern: string): PlainArg | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    const said = (error as Error).message.replace(/^Invalid regular expression: /, '').replace(/\.$/, '');
    const [, shown, fault] = /^(\/.*\/[a-z]*): (.*)$/s.exec(said) ?? [];
    if (shown === undefined || fault === undefined) return literal(said);
    return tell('pattern.fault', { pattern: literal(shown), fault: faultOf(fault) });
  }
}

/** What an engine says as a message; what nobody knows of, as it is. */
function faultOf(fault: string): PlainArg {
  const known = Object.entries(engineMessages).find(([, { en }]) => en === fault);
  return known === undefined ? literal(fault) : tellEngine(known[0] as Key);
}
