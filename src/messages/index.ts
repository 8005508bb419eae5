/** What a message is: a code, typed arguments, and the text of each language. Knows nothing of what messages are about. */
export { languageOf, languages } from './language.js';
export type { Language } from './language.js';
export { textIn } from './text.js';
export type { Text } from './text.js';
export { authorText, listOf, literal, literals, valueArg } from './argument.js';
export type {
  Arg,
  Args,
  ListArg,
  ListStyle,
  LiteralArg,
  Message,
  NameArg,
  PlainArg,
  QuotedArg,
} from './argument.js';
export { defineMessages, keyOf } from './entry.js';
export type {
  ArgsFor,
  ArgsOfEntry,
  CodeOf,
  MessageEntry,
  MessageTable,
  SameSlots,
  Slots,
  Unquoted,
} from './entry.js';
export { fillEntry } from './fill.js';
export type { FindEntry, Wording } from './fill.js';
export { isMessage } from './is-message.js';
export { bareMessage, messageOf, messenger } from './messenger.js';
export type { Tell } from './messenger.js';
export { sayer } from './say.js';
export type { SayArgs, SayOf } from './say.js';
export { tellKind, valueKindMessages } from './value-kinds.js';
export { didYouMean, meantBy, oneOfThese, suggestionMessages } from './suggestion.js';
export { UnavailableError, UsageError } from './errors.js';
export { argumentMessages, assertArguments, oneOfKind } from './arguments.js';
export type { ArgumentKind, Maker, OwnKind } from './arguments.js';
