import { assertArguments } from '../../../messages/index.js';
import type { Advice, Relaxation } from '../../../prove/index.js';
import type { Say } from '../../../languages/index.js';
import { printableJson } from '../layout/printable.js';
import { viewOf } from '../view.js';
import type { TextOptions } from '../view.js';
import { table } from '../layout/table.js';

/** How many ways are told one by one: the best. */
const mostTold = 20;

/** What would make a bundle faster, for people. */
export function adviceText(advice: Advice, options: TextOptions = {}): string {
  assertArguments('adviceText', { advice: 'from adviseBundle', options: 'object' }, { advice, options });
  const view = viewOf(options);
  const { style, say } = view;
  const { bundle, workingDays, chain, slack, relaxations, untried } = printableJson(advice);
  const idle = slack.filter((step) => step.workingDays > 0);
  const rows = idle.map((step) => [
    step.step,
    say('advice.days', { days: step.workingDays }),
    step.slack === 0
      ? { text: say('advice.noSlack'), paint: style.yellow }
      : say('advice.days', { days: step.slack }),
  ]);
  const head = ['', say('advice.takes'), say('advice.slack')].map((text) => ({ text, paint: style.dim }));
  const gains = relaxations.slice(0, mostTold).flatMap((one) => [
    `  ${style.green(say(one.status === 'taken' ? 'advice.saves' : 'advice.wouldSave', { days: one.gain }))}  ${said(one, say)}`,
    `      ${style.dim(
      say('advice.detail', {
        status: say(`advice.${one.status}`),
        days: one.workingDays,
        place: view.place(one.at),
      }),
    )}`,
  ]);
  const lines = [
    say('advice.head', { bundle: style.bold(bundle), days: workingDays }),
    `  ${chain.join(' → ')}`,
    '',
    ...table([head, ...rows], { width: view.width, indent: 2, right: [1, 2] }),
    '',
    ...(gains.length === 0 && untried === 0 ? [say('advice.nothing')] : gains),
    ...(relaxations.length <= mostTold ? [] : [say('advice.more', { count: relaxations.length - mostTold })]),
    ...(untried === 0 ? [] : [say('advice.untried', { count: untried })]),
  ];
  return `${lines.join('\n')}\n`;
}

function said({ kind, step, without, of }: Relaxation, say: Say): string {
  const others = without.join(say('plan.names'));
  return kind === 'order'
    ? say('advice.order', { step, others })
    : say(`advice.${kind}`, { step, of, others });
}
