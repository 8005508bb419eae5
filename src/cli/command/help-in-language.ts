import { Help } from 'commander';
import type { HelpConfiguration } from 'commander';
import { own } from '../../base/index.js';
import { sayIn } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import { widthOf, wrapText } from '../../report/index.js';

/** What commander calls the parts of a page of help. */
const titles = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Global Options:': 'help.global-options',
  'Commands:': 'help.commands',
} as const;

type Title = (typeof titles)[keyof typeof titles];

/**
 * How commander sets a page of help in a language other than its own: its own words by the table of help, columns by the
 * width that characters take, lines ended where the language ends them.
 */
export function helpIn(language: Language): HelpConfiguration {
  const plain = new Help();
  const say = sayIn(language);
  // What a command takes is named by commander itself, behind its name.
  const termed = (usage: string): string =>
    usage
      .replace(' [options]', () => ` [${say('placeholder.options')}]`)
      .replace(' [command]', () => ` [${say('placeholder.command')}]`);
  const described = (
    { argChoices, defaultValue }: { argChoices?: readonly string[]; defaultValue?: unknown },
    text: string,
  ): string => {
    const asides = [
      ...(argChoices === undefined
        ? []
        : [say('help.choices', { values: argChoices.join(say('plan.names')) })]),
      ...(defaultValue === undefined
        ? []
        : [say('help.default', { value: JSON.stringify(defaultValue).replaceAll('"', '') })]),
    ];
    return asides.length === 0
      ? text
      : say('help.aside', { text, aside: asides.join(say('plan.separator')) });
  };
  return {
    displayWidth: widthOf,
    boxWrap: (text, width) => wrapText(text, width).join('\n'),
    styleTitle: (title) => {
      const key = own<Title>(titles, title);
      return key === undefined ? title : say(key);
    },
    commandUsage: (command) => termed(plain.commandUsage(command)),
    subcommandTerm: (command) => termed(plain.subcommandTerm(command)),
    argumentDescription: (argument) => described(argument, argument.description),
    optionDescription: (option) => described(option, option.description),
  };
}
