import { Command, InvalidArgumentError } from 'commander';
import type { Argument, Option } from 'commander';
import { sayIn } from '../../languages/index.js';
import type { Say } from '../../languages/index.js';
import { meantBy } from '../../messages/index.js';
import type { Language } from '../../messages/index.js';

/**
 * A command that knows in which language it is talked to; so do the commands below it. What commander says of a mistake on
 * the command line is said by our own table: these methods are called by commander.
 */
export class SpokenCommand extends Command {
  readonly say: Say;

  constructor(
    name: string | undefined,
    readonly language: Language,
  ) {
    super(name);
    this.say = sayIn(language);
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name, this.language);
  }

  override helpCommand(nameAndArgs?: string | boolean, description?: string): this {
    if (typeof nameAndArgs === 'boolean') return super.helpCommand(nameAndArgs);
    const usual = `help [${this.say('placeholder.command')}]`;
    return super.helpCommand(nameAndArgs ?? usual, description ?? this.say('help.help'));
  }

  missingArgument(name: string): void {
    this.error(this.say('mistake.no-argument', { name }), {
      code: 'commander.missingArgument',
    });
  }

  optionMissingArgument({ flags }: Option): void {
    this.error(this.say('mistake.no-value', { flags }), {
      code: 'commander.optionMissingArgument',
    });
  }

  missingMandatoryOptionValue({ flags }: Option): void {
    this.error(this.say('mistake.no-option', { flags }), {
      code: 'commander.missingMandatoryOptionValue',
    });
  }

  unknownOption(flag: string): void {
    const said = this.say('mistake.unknown-option', { flag });
    const flags = lineage(this).flatMap((command) =>
      command
        .createHelp()
        .visibleOptions(command)
        .flatMap(({ long }) => long ?? []),
    );
    this.error(this.#withMeant(said, flag, flags), { code: 'commander.unknownOption' });
  }

  unknownCommand(): void {
    const name = this.args[0] ?? '';
    const said = this.say('mistake.unknown-command', { name });
    const names = this.commands.map((command) => command.name());
    this.error(this.#withMeant(said, name, names), { code: 'commander.unknownCommand' });
  }

  _excessArguments(received: readonly string[]): void {
    const args = { count: this.registeredArguments.length, received: received.length };
    const said =
      this.parent === null
        ? this.say('mistake.more-arguments', args)
        : this.say('mistake.more-arguments-of', { ...args, command: this.name() });
    this.error(said, { code: 'commander.excessArguments' });
  }

  _callParseArg(target: Option | Argument, value: string, previous: unknown): unknown {
    try {
      // Of each kind, the previous value is whatever the last call gave.
      return target.parseArg?.(value, previous as never);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      const flags = 'flags' in target ? target.flags : target.name();
      const choices = (target.argChoices ?? []).join(this.say('plan.names'));
      return this.error(this.say('mistake.no-choice', { flags, value, choices }), { code: error.code });
    }
  }

  #withMeant(said: string, word: string, candidates: readonly string[]): string {
    const meant = meantBy(word, candidates);
    return meant === undefined ? said : `${said}\n${this.say('mistake.meant', { meant })}`;
  }
}

function lineage(command: Command): Command[] {
  return command.parent === null ? [command] : [command, ...lineage(command.parent)];
}
