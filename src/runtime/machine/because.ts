import { fromEntries } from '../../base/index.js';
import { authorText, literal } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import type { Text } from '../../model/index.js';
import { tell } from './messages.js';

/** A case keeps no more characters of what others say. */
const longest = 2_000;
/** A message of this many characters of JSON is kept as it is. */
const longestMessage = 8_000;

/** A reason in the words of an authority or an applicant. */
export function reasonInWords(reason: Text): Message {
  const cut = (text: string): string => text.slice(0, longest);
  return tell('because.words', {
    words: authorText(
      typeof reason === 'string'
        ? cut(reason)
        : fromEntries(Object.entries(reason).map(([locale, text]) => [locale, cut(text)])),
    ),
  });
}

/** Why an attempt failed, as the case keeps it. */
export function boundedReason(error: Message): Message {
  if (JSON.stringify(error).length <= longestMessage) return error;
  return tell('because.words', { words: literal(error.message.slice(0, longest)) });
}
