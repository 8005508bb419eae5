import { fromEntries, omitUndefined } from '../base/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Arg, Args, Language, Message } from '../messages/index.js';
import { renderIn } from './render.js';

/**
 * A finding with its message, its help and what it says of each contributor in another language. Names, values and
 * what documents say stay as they are.
 */
export function findingInLanguage(diagnostic: Diagnostic, language: Language): Diagnostic {
  const { related, help, fixes } = diagnostic;
  return {
    ...messageInLanguage(diagnostic, language),
    related: related.map((one) => messageInLanguage(one, language)),
    ...omitUndefined({
      help: help && messageInLanguage(help, language),
      fixes: fixes?.map((fix) => ({ ...fix, title: messageInLanguage(fix.title, language) })),
    }),
  };
}

/** The same message, with its text and those of the messages in it in a language. */
export function messageInLanguage<M extends Message>(message: M, language: Language): M {
  return { ...message, message: renderIn(message, language), args: argsInLanguage(message.args, language) };
}

function argsInLanguage(args: Args, language: Language): Args {
  return fromEntries(
    Object.entries(args).map(([name, arg]): [string, Arg] => [name, argInLanguage(arg, language)]),
  );
}

function argInLanguage(arg: Arg, language: Language): Arg {
  if (typeof arg !== 'object') return arg;
  if ('code' in arg) return messageInLanguage(arg, language);
  if (!('list' in arg)) return arg;
  return { ...arg, list: arg.list.map((part) => argInLanguage(part, language)) };
}
