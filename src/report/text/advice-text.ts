import type { Advice, Relaxation } from '../../prove/index.js';
import { printableJson } from './printable.js';
import { viewOf } from './view.js';
import type { TextOptions } from './view.js';
import { table } from './table.js';

/** What would make a bundle faster, for people. */
export function adviceText(advice: Advice, options: TextOptions = {}): string {
  const view = viewOf(options);
  const { style } = view;
  const { bundle, workingDays, chain, slack, relaxations } = printableJson(advice);
  const idle = slack.filter((step) => step.workingDays > 0);
  const rows = idle.map((step) => [
    step.step,
    `${step.workingDays} d`,
    step.slack === 0 ? { text: 'none', paint: style.yellow } : `${step.slack} d`,
  ]);
  const head = ['', 'takes', 'slack'].map((text) => ({ text, paint: style.dim }));
  const gains = relaxations.flatMap((one) => [
    `  ${style.green(one.status === 'taken' ? `saves ${one.gain} d` : `-${one.gain} d`)}  ${said(one)}`,
    `      ${style.dim(`${status[one.status]}; ${one.workingDays} working days with it; ${view.place(one.at)}`)}`,
  ]);
  const lines = [
    `${style.bold(bundle)}: ${workingDays} working days`,
    `  ${chain.join(' → ')}`,
    '',
    ...table([head, ...rows], { width: view.width, indent: 2, right: [1, 2] }),
    '',
    ...(gains.length === 0 ? ['Nothing that the documents know of makes it faster.'] : gains),
  ];
  return `${lines.join('\n')}\n`;
}

const status = {
  permitted: 'the documents permit it',
  taken: 'the plan does it already',
  proposed: 'a document would have to permit it',
};

function said({ kind, step, without, of }: Relaxation): string {
  const others = without.join(', ');
  switch (kind) {
    case 'order':
      return `drop the wish that ${step} comes after ${others}`;
    case 'commitment':
      return `let ${step} take "${of}" by commitment, without waiting for ${others}`;
    case 'registry':
      return `let ${step} fetch "${of}" from the registry, without waiting for ${others}`;
    case 'deferral':
      return `let "${of}" follow, so that ${step} does not wait for ${others}`;
  }
}
