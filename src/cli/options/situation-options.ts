import type { Say } from '../../languages/index.js';
import type { Command } from 'commander';
import { isObject, omitUndefined, setOwn } from '../../base/index.js';
import { literal, literals, meantBy, UsageError } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';
import type { JsonObject } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { ComposedBundle } from '../../compose/index.js';
import { composedBundle } from '../../plan/index.js';
import { collect, oneOf } from '../command/command.js';
import { readData } from './data-file.js';
import { checkFacts, factValue } from './facts.js';
import type { Io } from '../io.js';

/** The options that say what is known of the applicant. */
export interface SituationOptions {
  facts?: string;
  fact?: string[];
  choose?: string[];
  locale?: string;
  cuts?: readonly { from: string; to: string }[];
}

/** What is known of the applicant. */
interface Situation {
  facts: JsonObject;
  choices: Record<string, boolean>;
}

/** Adds `--facts`, `--fact` and `--choose`. */
export function withSituation(command: Command, say: Say): Command {
  return command
    .option(`--facts <${say('placeholder.file')}>`, say('help.option.facts'))
    .option(`--fact <${say('placeholder.fact')}>`, say('help.option.fact'), collect)
    .option(`--choose <${say('placeholder.choice')}>`, say('help.option.choose'), collect);
}

/** Composes a bundle for the situation that the options describe. */
export function composeSituation(
  catalogue: LoadedCatalogue,
  bundle: string,
  options: SituationOptions,
  io: Io,
): ComposedBundle {
  const { facts, choices } = situationOf(catalogue, bundle, options, io);
  const { locale, cuts } = options;
  const composed = composedBundle(catalogue, bundle, {
    facts,
    choices,
    ...omitUndefined({ locale, cuts }),
  });
  assertChoices(composed, choices);
  return composed;
}

/** @throws UsageError `usage/unknown-choice` where the bundle leaves no such choice */
function assertChoices(composed: ComposedBundle, choices: Readonly<Record<string, boolean>>): void {
  const uses = [...composed.bound.choices.keys()];
  for (const use of Object.keys(choices)) {
    if (!uses.includes(use)) throw unknownChoice(use, uses);
  }
}

/** The facts and choices of the options, checked against the bundle's fields. */
export function situationOf(
  catalogue: LoadedCatalogue,
  bundle: string,
  options: SituationOptions,
  io: Io,
): Situation {
  const { facts, choices } = options.facts === undefined ? nothing() : readSituation(options.facts, io);
  for (const text of options.fact ?? []) {
    const [field, value] = splitOption('--fact', text);
    setOwn(facts, field, factValue(catalogue, bundle, field, value));
  }
  for (const text of options.choose ?? []) {
    const [use, value] = splitOption('--choose', text);
    setOwn(choices, use, oneOf('choice', value, ['yes', 'no']) === 'yes');
  }
  checkFacts(catalogue, bundle, facts);
  return { facts, choices };
}

/** Facts out of a file: the facts themselves, or a document of kind case. */
function readSituation(path: string, io: Io): Situation {
  const value = readData('--facts', path, io);
  if (value['kind'] !== 'case') return { facts: { ...value }, choices: {} };
  const { facts, choices } = value;
  return {
    facts: isObject(facts) ? { ...facts } : {},
    choices: isObject(choices) ? ({ ...choices } as Record<string, boolean>) : {},
  };
}

/** Answers out of a file: the answers themselves, or those of a document of kind case. */
export function readAnswers(path: string, io: Io, option = '--answers'): JsonObject {
  const value = readData(option, path, io);
  if (value['kind'] !== 'case') return value;
  return isObject(value['answers']) ? value['answers'] : {};
}

function splitOption(option: string, text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(
    tell('usage/option:no-value', { option: literal(option), text }),
    tell('usage/option:name-and-value', { option: literal(option) }),
  );
}

function choosable(uses: readonly string[]): Message {
  return uses.length === 0
    ? tell('usage/unknown-choice:none')
    : tell('usage/unknown-choice:these', { uses: literals(uses) });
}

function unknownChoice(use: string, uses: readonly string[]): UsageError {
  return new UsageError(tell('usage/unknown-choice', { use }), meantBy(use, uses) ?? choosable(uses));
}

function nothing(): Situation {
  return { facts: {}, choices: {} };
}
