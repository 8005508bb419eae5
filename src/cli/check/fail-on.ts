import type { Say } from '../../languages/index.js';
import { Option } from 'commander';
import type { Diagnostic } from '../../diagnostics/index.js';

/** From which severity on findings make a command fail. */
export type FailOn = 'error' | 'warning';

/** `--fail-on`, for commands that find something. */
export function failOnOption(say: Say): Option {
  return new Option(`--fail-on <${say('placeholder.severity')}>`, say('help.option.fail-on'))
    .choices(['error', 'warning'])
    .default('error');
}

/** Do these findings make the command fail? Errors always do. */
export function isFailure(diagnostics: readonly Diagnostic[], failOn: FailOn): boolean {
  return diagnostics.some(
    ({ severity }) => severity === 'error' || (severity === 'warning' && failOn === 'warning'),
  );
}
