import type { Message } from '../../messages/index.js';
import type { Kind } from './document.js';
import { tellDocumentKind } from './messages.js';

/** What a kind of document is called within a sentence. */
export function kindInWords(kind: Kind): Message {
  return tellDocumentKind(`document.${kind}`);
}
