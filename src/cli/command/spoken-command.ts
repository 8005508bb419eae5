import { Command } from 'commander';
import { helpInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';

/** A command that knows in which language it is talked to; so do the commands below it. */
export class SpokenCommand extends Command {
  constructor(
    name: string | undefined,
    readonly language: Language,
  ) {
    super(name);
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name, this.language);
  }
}

/** A text of the help of a command, in the language in which it is talked to. */
export function spoken(text: string, command: Command): string {
  return helpInLanguage(text, command instanceof SpokenCommand ? command.language : 'en');
}
