import type { Say } from '../../languages/index.js';
import { plain } from '../page/page.js';
import type { Block, Line } from '../page/page.js';
import type { Guide, GuideStep } from './guide.js';
import { basisLine, capital } from './guide-lines.js';

/** The steps: all of them at a glance, then each with what is to be said of it. */
export function stepBlocks({ steps, automatic, transfers }: Guide, say: Say): Block[] {
  // Where no document speaks of a fee, nobody knows whether there is one.
  const hasFees = steps.some(({ fee }) => fee !== undefined);
  const overview: Block = {
    kind: 'table',
    caption: say('guide.stepsNote'),
    columns: [
      { title: say('guide.matter'), share: 4 },
      { title: say('guide.stage'), isNumber: true, share: 1 },
      { title: say('guide.authority'), share: 3 },
      { title: say('guide.time'), share: 2 },
      ...(hasFees ? [{ title: say('guide.fee'), share: 2 as const }] : []),
    ],
    rows: steps.map((step) => [
      [plain(step.title)],
      [plain(String(step.stage))],
      step.authority === undefined ? [] : [plain(step.authority)],
      [
        plain(step.promised ?? step.statutory ?? say('guide.noTime')),
        ...(step.variants.length === 0 ? [] : [[{ text: say('guide.timeVaries'), muted: true }]]),
      ],
      ...(hasFees ? [step.fee === undefined ? [] : [plain(step.fee)]] : []),
    ]),
  };
  return [
    ...(steps.length === 0 ? [] : [overview]),
    ...steps.map((step): Block => stepPart(step, say)),
    ...automaticBlocks(automatic, transfers, say),
  ];
}

/** What takes place without the applicant: look-ups, derivations, and what goes from place to place. */
function automaticBlocks(automatic: readonly string[], transfers: readonly string[], say: Say): Block[] {
  const list = (head: string, names: readonly string[]): Block[] =>
    names.length === 0
      ? []
      : [
          { kind: 'paragraph', line: plain(head) },
          { kind: 'list', items: names.map((name) => ({ line: plain(name) })) },
        ];
  const blocks = [
    ...list(say('guide.automaticNote'), automatic),
    ...list(say('guide.transfersNote'), transfers),
  ];
  return blocks.length === 0 ? [] : [{ kind: 'part', title: say('guide.automatic'), blocks }];
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
    [say('guide.after'), after.map((one) => plain(capital(one)))],
    [say('guide.order'), step.order.map((one) => plain(capital(one)))],
    [say('guide.apply'), step.apply.map((one) => plain(capital(one)))],
    [say('places.heading'), step.places.map(plain)],
    [say('guide.time'), timesOf(step, say).map((one) => plain(capital(one)))],
    [say('guide.transfers'), step.transfers.map((one) => plain(capital(one)))],
    [say('guide.fee'), fee === undefined ? [] : [plain(fee)]],
    [say('guide.channels'), channels.map((one) => plain(capital(one)))],
    [say('guide.receive'), receives.map((one) => plain(capital(one)))],
    [say('guide.basis'), basis.map(basisLine)],
  ];
  return {
    kind: 'part',
    title,
    isFolded: true,
    blocks: [
      ...(description === undefined ? [] : [{ kind: 'paragraph' as const, line: plain(description) }]),
      {
        kind: 'facts',
        facts: facts.filter(([, lines]) => lines.length > 0).map(([term, lines]) => ({ term, lines })),
      },
    ],
  };
}

function timesOf({ promised, statutory, variants, pauses }: GuideStep, say: Say): string[] {
  const limits = limitsOf({ promised, statutory }, say);
  const others = variants.flatMap(({ when, ...limit }) =>
    limitsOf(limit, say).map((text) => say('guide.ifSo', { text, condition: when })),
  );
  return [...(limits.length === 0 ? [say('guide.noTime')] : limits), ...others, ...pauses];
}

function limitsOf(
  { promised, statutory }: { promised?: string | undefined; statutory?: string | undefined },
  say: Say,
): string[] {
  return [
    ...(promised === undefined ? [] : [say('guide.promised', { time: promised })]),
    ...(statutory === undefined ? [] : [say('guide.statutory', { time: statutory })]),
  ];
}
