import type { Say } from '../../messages/index.js';
import { plain } from '../page/page.js';
import type { Block, Line } from '../page/page.js';
import type { Guide, GuideStep } from './guide.js';
import { basisLine, capital } from './guide-lines.js';

/** The steps: all of them at a glance, then each with what is to be said of it. */
export function stepBlocks({ steps, automatic }: Guide, say: Say): Block[] {
  const overview: Block = {
    kind: 'table',
    caption: say('guide.stepsNote'),
    columns: [
      { title: say('guide.matter') },
      { title: say('guide.stage'), isNumber: true },
      { title: say('guide.authority') },
      { title: say('guide.time') },
      { title: say('guide.fee') },
    ],
    rows: steps.map((step) => [
      [plain(step.title)],
      [plain(String(step.stage))],
      step.authority === undefined ? [] : [plain(step.authority)],
      [plain(step.promised ?? step.statutory ?? say('guide.noTime'))],
      [plain(step.fee ?? say('guide.free'))],
    ]),
  };
  const list = automatic.join(say('words.listSeparator'));
  return [
    ...(steps.length === 0 ? [] : [overview]),
    ...steps.map((step): Block => stepPart(step, say)),
    ...(automatic.length === 0
      ? []
      : [
          {
            kind: 'part' as const,
            title: say('guide.automatic'),
            blocks: [{ kind: 'paragraph' as const, line: plain(say('guide.automaticNote', { list })) }],
          },
        ]),
  ];
}

function stepPart(step: GuideStep, say: Say): Block {
  const { title, description, when, each, isChoice, after, fee, channels, receives, eligibility, basis } =
    step;
  const takes = [
    ...(when === undefined ? [] : [when]),
    ...(each === undefined ? [] : [each]),
    ...(isChoice ? [say('guide.choice')] : []),
  ];
  const facts: [string, Line[]][] = [
    [say('guide.authority'), step.authority === undefined ? [] : [plain(step.authority)]],
    [say('guide.takesPlace'), takes.map((one) => plain(capital(one)))],
    [say('guide.eligibility'), eligibility.map(plain)],
    [say('guide.after'), after.map(plain)],
    [say('guide.time'), timesOf(step, say).map((one) => plain(capital(one)))],
    [say('guide.fee'), [plain(fee ?? say('guide.free'))]],
    [
      say('guide.channels'),
      channels.length === 0 ? [] : [plain(capital(channels.join(say('words.listSeparator'))))],
    ],
    [say('guide.receive'), receives.map(plain)],
    [say('guide.basis'), basis.map(basisLine)],
  ];
  return {
    kind: 'part',
    title,
    blocks: [
      ...(description === undefined ? [] : [{ kind: 'paragraph' as const, line: plain(description) }]),
      {
        kind: 'facts',
        facts: facts.filter(([, lines]) => lines.length > 0).map(([term, lines]) => ({ term, lines })),
      },
    ],
  };
}

function timesOf({ promised, statutory, pauses }: GuideStep, say: Say): string[] {
  const limits = [
    ...(promised === undefined ? [] : [say('guide.promised', { time: promised })]),
    ...(statutory === undefined ? [] : [say('guide.statutory', { time: statutory })]),
  ];
  return [...(limits.length === 0 ? [say('guide.noTime')] : limits), ...pauses];
}
