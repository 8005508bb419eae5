import { compositionOf, project } from '../../plan/index.js';
import { projectionsText } from '../../report/index.js';
import { catalogueOption, openCatalogue } from '../options/catalogue-option.js';
import { printJson, withExamples } from '../command/command.js';
import type { CommandContext, RegisterCommand } from '../command/command.js';
import { exitCodes } from '../command/exit.js';
import type { ExitCode } from '../command/exit.js';
import { composeSituation, readAnswers, withSituation } from '../options/situation-options.js';
import type { SituationOptions } from '../options/situation-options.js';
import { formatOption, textOptions } from '../options/text-options.js';
import { projectionsInLanguage } from '../output/json-in-language.js';

interface ProjectFlags extends SituationOptions {
  catalogue: string;
  format: string;
  answers: string;
}

/** `project`: the answers, split into what each step is given. */
export const registerProject: RegisterCommand = (program, context) => {
  const { say } = context.io;
  const command = program
    .command('project')
    .summary(say('help.project.summary'))
    .description(say('help.project.description'))
    .argument(`<${say('placeholder.bundle')}>`, say('help.project.argument.bundle'))
    .requiredOption(`--answers <${say('placeholder.file')}>`, say('help.project.answers'))
    .addOption(catalogueOption(say))
    .addOption(formatOption(say, 'text', 'json'))
    .action(context.action((bundle: string, flags: ProjectFlags) => projectAnswers(bundle, flags, context)));
  withSituation(command, say);
  withExamples(
    command,
    say,
    ['onething project newborn --answers answers.yaml', say('help.project.example-1')],
    ['onething project newborn --answers - --format json', say('help.project.example-2')],
  );
};

function projectAnswers(bundle: string, flags: ProjectFlags, { io }: CommandContext): ExitCode {
  const catalogue = openCatalogue(flags.catalogue, io);
  const answers = readAnswers(flags.answers, io);
  const { plan } = compositionOf(composeSituation(catalogue, bundle, flags, io));
  const projections = project(plan, answers);
  if (flags.format === 'json') printJson(io, projectionsInLanguage(projections, io.documentLanguage));
  else io.out(projectionsText(projections, textOptions(catalogue, io, undefined)));
  const isFine = projections.steps.every(({ missing, issues }) => missing.length + issues.length === 0);
  return isFine ? exitCodes.fine : exitCodes.findings;
}
