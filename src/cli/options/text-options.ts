import type { Say } from '../../languages/index.js';
import { posix, relative } from 'node:path';
import { Option } from 'commander';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { TextOptions } from '../../report/index.js';
import type { CommandIo, Io } from '../io.js';

/** `--locale`, for commands that show titles. */
export function localeOption(say: Say): Option {
  return new Option(`--locale <${say('placeholder.tag')}>`, say('help.option.locale'));
}

/** `--format`, which every command has. */
export function formatOption(say: Say, ...formats: readonly string[]): Option {
  return new Option(`--format <${say('placeholder.format')}>`, say('help.option.format'))
    .choices(formats)
    .default('text');
}

/** How texts about a catalogue are set on this terminal. */
export function textOptions(
  catalogue: LoadedCatalogue,
  io: CommandIo,
  locale: string | undefined,
): TextOptions {
  return {
    style: io.style,
    width: io.width,
    language: io.language,
    locale: locale ?? environmentLocale(catalogue, io),
    authorityTitle: (id) => catalogue.authorities.get(id)?.document.title,
  };
}

/** Files of findings as seen from where the caller stands, so that a terminal can open them. */
export function fileNames(folder: string, io: Io): (file: string) => string {
  const way = relative(io.cwd, folder).split('\\').join('/');
  return (file) => posix.join(way, file);
}

/** The language in which people are spoken to, or that of the environment, where the catalogue has it. */
export function environmentLocale(catalogue: LoadedCatalogue, io: CommandIo): string {
  return catalogue.locales.find((locale) => locale.toLowerCase().split('-')[0] === io.languageTag) ?? 'en';
}
