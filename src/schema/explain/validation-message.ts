import type { Message } from '../../messages/index.js';
import { keywordMap } from '../keywords/registry.js';
import { textOf } from '../keywords/values.js';
import type { Params } from './issue-place.js';
import { tell } from './messages.js';

const MESSAGES = keywordMap(({ message }) => message);

/** What a failed keyword says of the value. */
export function validationMessage(keyword: string, params: Params): Message {
  if (keyword === 'false schema') return tell('value.false');
  return MESSAGES.get(keyword)?.(params) ?? tell('value.keyword', { keyword });
}

/** What is said where the verdict on a keyword is not known within the bounds. */
export function undecidedMessage(keyword: string, { reference }: Params): Message {
  if (keyword !== '$ref') return tell('value.undecided:keyword', { keyword });
  return reference === undefined
    ? tell('value.too-deep')
    : tell('value.reference', { reference: textOf(reference) });
}
