import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { firstFiles } from '../init/first-files.js';
import { writeFiles } from '../init/write-files.js';
import { version } from '../command/version.js';

/** `init`: a small working catalogue. */
export const registerInit: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command: Command = program
    .command('init')
    .summary(say('help.init.summary'))
    .description(say('help.init.description'))
    .argument(`[${say('placeholder.dir')}]`, say('help.init.argument.dir'), '.')
    .action(context.action((dir: string) => init(dir, context)));
  withExamples(
    command,
    say,
    ['onething init my-catalogue', say('help.init.example-1')],
    ['onething init', say('help.init.example-2')],
  );
};

function init(dir: string, { io }: CommandContext): ExitCode {
  const folder = resolve(io.cwd, dir);
  const files = firstFiles({ ...namesFor(basename(folder)), version: version() });
  writeFiles(folder, files);
  const shown = relative(io.cwd, folder);
  const within = placeInRepository(folder);
  const steps: [string, string][] = [
    ['npm install', io.say('init.install')],
    ['npx onething check', io.say('init.check')],
    ['npx onething compose new-dog', io.say('init.compose')],
    ['npx onething guide new-dog', io.say('init.guide')],
    [`git config core.hooksPath ${within}.githooks`, io.say('init.hook')],
  ];
  if (shown !== '') steps.unshift([`cd ${shown}`, '']);
  const width = Math.max(...steps.map(([line]) => line.length));
  io.out(
    [
      io.say('init.made', { count: files.size, folder: shown === '' ? '.' : shown }),
      '',
      io.say('init.next'),
      ...steps.map(([line, text]) => `  ${line.padEnd(width)}   ${io.style.dim(text)}`.trimEnd()),
      ...(within === '' ? [] : ['', io.say('init.workflow', { folder: within.slice(0, -1) })]),
      '',
    ].join('\n'),
  );
  return exitCodes.fine;
}

/** Where a folder stands in the repository of git that it is a part of, with a slash; empty at the top or outside. */
function placeInRepository(folder: string): string {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) {
      const within = relative(top, folder).split('\\').join('/');
      return within === '' ? '' : `${within}/`;
    }
    if (dirname(top) === top) return '';
  }
}

/** An id out of the name of a folder, and a name that npm takes. */
function namesFor(folder: string): { id: string; packageName: string } {
  const parts = folder.normalize('NFC').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const id = parts.join('-').slice(0, 100);
  const ascii = (id.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
  return { id: id === '' ? 'my-catalogue' : id, packageName: ascii === '' ? 'my-catalogue' : ascii };
}
