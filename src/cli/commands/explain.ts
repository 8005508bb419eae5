import { codes } from '../../diagnostics/index.js';
import type { CodeEntry } from '../../diagnostics/index.js';
import { codeInLanguage } from '../../languages/index.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import type { CommandIo } from '../io.js';
import { knownCode } from '../options/known-code.js';
import { formatOption } from '../options/text-options.js';

/** `explain`: what a code of a finding means. */
export const registerExplain: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('explain')
    .summary(say('help.explain.summary'))
    .description(say('help.explain.description'))
    .argument(`<${say('placeholder.code')}>`, say('help.explain.argument.code'))
    .addOption(formatOption(say, 'text', 'json'))
    .action(
      context.action((code: string, { format }: { format: string }) => explainCode(code, format, context)),
    );
  withExamples(command, say, ['onething explain compose/conflict', say('help.explain.example-1')]);
};

function explainCode(code: string, format: string, { io }: CommandContext): ExitCode {
  const entry: CodeEntry = codes[knownCode(code)];
  if (format === 'json') printJson(io, { code, ...entry });
  else io.out(entryText(code, entry, io));
  return exitCodes.fine;
}

function entryText(code: string, entry: CodeEntry, { style, say, language }: CommandIo): string {
  const { severity, wrong, right, retired } = entry;
  const { message, help, why } = codeInLanguage(entry, language);
  const retirement = retired === undefined ? '' : say('explain.retired', { version: retired });
  const indented = (text: string) => text.replaceAll(/^/gm, '    ');
  const parts = [
    `${style.bold(code)}  ${say(`findings.severity.${severity}`)}${retirement}`,
    `  ${message}${help === undefined ? '' : `\n  ${help}`}`,
    `  ${why}`,
    `  ${style.red(say('explain.wrong'))}\n${indented(wrong)}`,
    `  ${style.green(say('explain.right'))}\n${indented(right)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
