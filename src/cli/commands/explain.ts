import { UsageError, suggest } from '../../base/index.js';
import { codes, isCode } from '../../diagnostics/index.js';
import type { CodeEntry } from '../../diagnostics/index.js';
import { printJson, withExamples } from '../command.js';
import type { CommandContext, RegisterCommand } from '../command.js';
import { exitCodes } from '../exit.js';
import type { ExitCode } from '../exit.js';
import type { Io } from '../io.js';
import { formatOption } from '../text-options.js';

/** `explain`: what a code of a finding means. */
export const registerExplain: RegisterCommand = (program, context) => {
  const command = program
    .command('explain')
    .summary('what the code of a finding means')
    .description('Explains the code of a finding: why it matters, a wrong document and the right one.')
    .argument('<code>', 'the code, as in compose/conflict')
    .addOption(formatOption('text', 'json'))
    .action(
      context.action((code: string, { format }: { format: string }) => explainCode(code, format, context)),
    );
  withExamples(command, ['onething explain compose/conflict', 'blocks that contradict each other']);
};

function explainCode(code: string, format: string, { io }: CommandContext): ExitCode {
  if (!isCode(code)) {
    const names = suggest(code, Object.keys(codes));
    const help =
      names.length > 0 ? `Did you mean ${names.join(', ')}?` : 'Findings name it, as in "compose/conflict".';
    throw new UsageError('usage/unknown-code', `There is no code "${code}".`, help);
  }
  const entry: CodeEntry = codes[code];
  if (format === 'json') printJson(io, { code, ...entry });
  else io.out(entryText(code, entry, io));
  return exitCodes.fine;
}

function entryText(code: string, entry: CodeEntry, { style }: Io): string {
  const { severity, message, help, why, wrong, right, retired } = entry;
  const indented = (text: string) => text.replaceAll(/^/gm, '    ');
  const parts = [
    `${style.bold(code)}  ${severity}${retired === undefined ? '' : `, retired in ${retired}`}`,
    `  ${message}${help === undefined ? '' : `\n  ${help}`}`,
    `  ${why}`,
    `  ${style.red('Wrong')}\n${indented(wrong)}`,
    `  ${style.green('Right')}\n${indented(right)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
