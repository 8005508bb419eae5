import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import type { Say } from '../languages/index.js';
import type { Language } from '../messages/index.js';
import type { Style } from '../report/index.js';

/** Everything of the outside that a command touches, so that commands can be run within a test. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** The whole of the standard input. */
  input(): string | Uint8Array;
  /** Paths are relative to it. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** For the standard output. Plain where it is no terminal, or `NO_COLOR` is set. */
  style: Style;
  /** Columns of a line. */
  width: number;
  /** The clock, for what depends on the day. Left out: that of the process. */
  now?: () => Date;
  /** Shows how far a long command has come; undefined where nobody is looking. */
  progress?: (text: string) => void;
}

/** The outside as a command is given it: the language in which it speaks is settled. */
export interface CommandIo extends Io {
  say: Say;
  /** Of `--lang`, else of the environment. */
  language: Language;
  /** The language as it was named: a catalogue may have titles in one in which onething does not speak. */
  languageTag: string;
  /** Of `--lang`, else English: what machines read does not change with the environment. */
  documentLanguage: Language;
}

/** The process's own terminal, files and environment. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  // NO_COLOR (no-color.org) counts whatever its value, as long as it has one; the same is true of FORCE_COLOR.
  const isColoured = (env['NO_COLOR'] ?? '') === '' && (stdout.isTTY || (env['FORCE_COLOR'] ?? '') !== '');
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    input: () => readFileSync(0),
    cwd: process.cwd(),
    env,
    style: pc.createColors(isColoured),
    width: stdout.isTTY ? Math.min(Math.max(stdout.columns, 60), 140) : 100,
    ...(stderr.isTTY ? { progress: (text: string) => void stderr.write(`\r\u001b[K${text}`) } : {}),
  };
}
