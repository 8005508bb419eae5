import type { Say } from '../../languages/index.js';
import { Option } from 'commander';
import { UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { findingFormats, formatFindings, plainStyle } from '../../report/index.js';
import type { FindingFormat, FormatOptions, ReportedFindings, Style } from '../../report/index.js';
import { collect, oneOf } from '../command/command.js';
import type { FailOn } from './fail-on.js';
import type { CommandIo } from '../io.js';
import { version } from '../command/version.js';
import { writeFiles } from '../output/write-file.js';

/** The formats in which a command that finds something can speak. */
export const outputFormats = ['text', 'json', ...findingFormats] as const;

/** One of the formats. */
export type OutputFormat = 'text' | 'json' | FindingFormat;

/** `--output`, for commands that find something. */
export function outputOption(say: Say): Option {
  const formats = outputFormats.join(say('plan.names'));
  return new Option(
    `--output <${say('placeholder.output')}>`,
    say('help.option.output', { formats }),
  ).argParser(collect);
}

/** A file that is written besides what is printed. */
export interface Output {
  format: OutputFormat;
  path: string;
}

/** @throws UsageError `usage/option` where an option names no format or no file, or a file twice */
export function parseOutputs(texts: readonly string[] = []): Output[] {
  const outputs = texts.map((text): Output => {
    const at = text.indexOf('=');
    if (at <= 0 || at === text.length - 1) {
      throw new UsageError(tell('usage/option:no-output', { text }), tell('usage/option:output'));
    }
    return { format: oneOf('format', text.slice(0, at), outputFormats), path: text.slice(at + 1) };
  });
  const twice = outputs.find(({ path }, index) => outputs.findIndex((one) => one.path === path) < index);
  if (twice !== undefined) {
    throw new UsageError(tell('usage/option:output-twice', { path: twice.path }));
  }
  return outputs;
}

/** How a command that finds something says it: as text and as its own document; the other formats are the same for all. */
export interface Sayings {
  results: readonly ReportedFindings[];
  failOn: FailOn;
  /** The findings for people, set for the terminal or for a file. */
  text: (style: Style) => string;
  /** The command's own document. */
  json: () => unknown;
}

/** Prints findings in the wanted format, and writes the wanted files. */
export function putOut(format: string, outputs: readonly Output[], sayings: Sayings, io: CommandIo): void {
  const files = new Map(
    outputs.map((output) => [output.path, written(output.format, sayings, plainStyle, io)]),
  );
  writeFiles(files, io);
  io.out(written(oneOf('format', format, outputFormats), sayings, io.style, io));
}

function written(
  format: OutputFormat,
  { results, failOn, text, json }: Sayings,
  style: Style,
  io: CommandIo,
): string {
  if (format === 'text') return text(style);
  if (format === 'json') return `${JSON.stringify(json(), null, 2)}\n`;
  const options: FormatOptions = { version: version(), language: io.documentLanguage, failOn };
  return formatFindings(format, results, options);
}
