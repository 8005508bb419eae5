import { Help } from 'commander';
import type { HelpConfiguration } from 'commander';
import { helpInLanguage, sayIn, termInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import { widthOf, wrapText } from '../../report/index.js';

/**
 * How commander sets a page of help in a language other than its own: every word by the table of help, columns by the
 * width that characters take, lines ended where the language ends them.
 */
export function helpIn(language: Language): HelpConfiguration {
  const plain = new Help();
  const say = sayIn(language);
  const told = (text: string) => helpInLanguage(text, language);
  const termed = (text: string) => termInLanguage(text, language);
  const described = (
    { argChoices, defaultValue }: { argChoices?: readonly string[]; defaultValue?: unknown },
    description: string,
  ): string => {
    const asides = [
      ...(argChoices === undefined
        ? []
        : [say('help.choices', { values: argChoices.join(say('plan.names')) })]),
      ...(defaultValue === undefined
        ? []
        : [say('help.default', { value: JSON.stringify(defaultValue).replaceAll('"', '') })]),
    ];
    const text = told(description);
    return asides.length === 0
      ? text
      : say('help.aside', { text, aside: asides.join(say('plan.separator')) });
  };
  return {
    displayWidth: widthOf,
    boxWrap: (text, width) => wrapText(text, width).join('\n'),
    styleTitle: told,
    commandUsage: (command) => termed(plain.commandUsage(command)),
    commandDescription: (command) => told(command.description()),
    subcommandTerm: (command) => termed(plain.subcommandTerm(command)),
    subcommandDescription: (command) =>
      told(command.summary() === '' ? command.description() : command.summary()),
    argumentTerm: (argument) => told(`<${argument.name()}>`).slice(1, -1),
    argumentDescription: (argument) => described(argument, argument.description),
    optionTerm: (option) => termed(option.flags),
    optionDescription: (option) => described(option, option.description),
  };
}
