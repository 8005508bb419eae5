import { sayIn } from '../../languages/index.js';
import type { Say } from '../../languages/index.js';
import { plain } from '../page/page.js';
import type { Block, Chapter, Line, Page } from '../page/page.js';
import type { Guide, GuideFees, GuideRule } from './guide.js';
import { basisLine, capital } from './guide-lines.js';
import { materialBlocks } from './guide-page-materials.js';
import { stepBlocks } from './guide-page-steps.js';
import { languageOf } from './words.js';

/** A guide laid out as a page. */
export function guidePage(guide: Guide): Page {
  const say = sayIn(languageOf(guide.locale));
  return {
    locale: guide.locale,
    title: guide.title,
    lead: leadBlocks(guide, say),
    contents: say('guide.contents'),
    skip: say('guide.skip'),
    chapters: chaptersOf(guide, say).filter(({ blocks }) => blocks.length > 0),
    term: (term) => say('words.term', { term }),
    meta: {
      'onething:catalogue': `${guide.catalogue.id} ${guide.catalogue.version}`,
      'onething:plan': guide.plan,
    },
    foot: plain(say('guide.version', { version: guide.catalogue.version })),
  };
}

function chaptersOf(guide: Guide, say: Say): Chapter[] {
  return [
    { id: 'eligibility', title: say('guide.eligibility'), blocks: eligibilityBlocks(guide, say) },
    { id: 'questions', title: say('guide.questions'), blocks: questionBlocks(guide, say) },
    { id: 'materials', title: say('guide.materials'), blocks: materialBlocks(guide, say) },
    { id: 'information', title: say('guide.information'), blocks: informationBlocks(guide, say) },
    { id: 'steps', title: say('guide.steps'), blocks: stepBlocks(guide, say) },
    { id: 'receive', title: say('guide.receive'), blocks: receiveBlocks(guide, say) },
    {
      id: 'not-needed',
      title: say('guide.notNeeded'),
      blocks: unneededBlocks(guide, say),
      isFolded: true,
    },
    { id: 'basis', title: say('guide.basis'), blocks: basisBlocks(guide, say), isFolded: true },
    { id: 'figures', title: say('guide.figures'), blocks: figureBlocks(guide, say), isFolded: true },
  ];
}

function leadBlocks(guide: Guide, say: Say): Block[] {
  const { description, applicant, authorities, duration, target, fees, trips, situation } = guide;
  const fact = (term: string, ...lines: Line[]) => ({ term, lines });
  const matters = say('guide.matterCount', { count: guide.matters.length });
  // Names that hold the mark of a list themselves would read as several.
  const mark = say('words.listSeparator').trim();
  const counted = (count: string, names: readonly string[]): Line[] => {
    const isMarked = names.some((name) => name.includes(mark));
    const list = names.join(say(isMarked ? 'words.sentenceSeparator' : 'words.listSeparator'));
    return [plain(count), ...(names.length === 0 ? [] : [[{ text: list, muted: true }]])];
  };
  const facts = [
    ...(applicant === undefined ? [] : [fact(say('guide.applicant'), plain(applicant))]),
    fact(say('guide.matters'), ...counted(matters, guide.matters)),
    ...(authorities.length === 0
      ? []
      : [
          fact(
            say('guide.authorities'),
            ...counted(say('guide.authorityCount', { count: authorities.length }), authorities),
          ),
        ]),
    fact(
      say('guide.duration'),
      ...(target === undefined ? [] : [plain(say('guide.durationTarget', { time: target }))]),
      plain(capital(duration)),
    ),
    ...(guide.apply.length === 0
      ? []
      : [
          fact(
            say('guide.apply'),
            ...guide.apply.map(({ matter, within }) => plain(say('guide.applyMatter', { matter, within }))),
          ),
        ]),
    ...(fees === undefined ? [] : [fact(say('guide.fees'), plain(feesText(fees, say)))]),
    ...(trips.isStated ? [fact(say('guide.trips'), ...tripLines(trips, say))] : []),
  ];
  const known: Block[] =
    situation.length === 0
      ? []
      : [
          {
            kind: 'part',
            title: say('guide.situation'),
            blocks: [
              { kind: 'paragraph', line: plain(say('guide.situationNote')) },
              {
                kind: 'facts',
                facts: situation.map(({ question, answer }) => fact(question, plain(answer))),
              },
            ],
          },
        ];
  return [
    ...(description === undefined ? [] : [{ kind: 'paragraph' as const, line: plain(description) }]),
    { kind: 'part', title: say('guide.summary'), blocks: [{ kind: 'facts', facts }] },
    ...known,
  ];
}

function feesText({ amounts, isOnce, isComplete }: GuideFees, say: Say): string {
  const fees = amounts.length === 0 ? say('guide.free') : amounts.join(say('words.listSeparator'));
  const sum = isOnce ? say('guide.feeOnce', { fees }) : fees;
  return isComplete
    ? sum
    : say(amounts.length === 0 ? 'guide.freeInPart' : 'guide.feesInPart', { fees: sum });
}

function tripLines({ atMost, for: matters, unstated }: Guide['trips'], say: Say): Line[] {
  const muted = (text: string): Line => [{ text, muted: true }];
  return [
    plain(atMost === 0 ? say('guide.tripsNone') : say('guide.tripsAtMost', { count: atMost })),
    ...matters.map(muted),
    ...(unstated === 0 ? [] : [muted(say('guide.tripsUnstated', { count: unstated }))]),
  ];
}

function eligibilityBlocks({ eligibility, isEligible }: Guide, say: Say): Block[] {
  if (isEligible === undefined) return [{ kind: 'paragraph', line: plain(say('guide.eligibilityNone')) }];
  if (isEligible === 'yes') return [{ kind: 'paragraph', line: plain(say('guide.eligibilityMet')) }];
  const item = ({ otherwise, matter, when, basis, isMet }: GuideRule) => ({
    line: [{ text: capital(otherwise), ...(isMet === 'no' ? { strong: true } : {}) }],
    more: [
      ...(matter === undefined ? [] : [plain(say('guide.onlyFor', { matter }))]),
      ...(when === undefined ? [] : [plain(say('guide.onlyIf', { condition: when }))]),
      ...basis.map(basisLine),
    ],
  });
  const list = (head: Line, rules: readonly GuideRule[]): Block[] =>
    rules.length === 0
      ? []
      : [
          { kind: 'paragraph', line: head },
          { kind: 'list', items: rules.map(item) },
        ];
  const isRefused = isEligible === 'no';
  return [
    ...list(
      [{ text: say(isRefused ? 'guide.eligibilityNot' : 'guide.eligibilityAll'), strong: isRefused }],
      eligibility.filter(({ matter }) => matter === undefined),
    ),
    ...list(
      plain(say('guide.eligibilityMatters')),
      eligibility.filter(({ matter }) => matter !== undefined),
    ),
  ];
}

/** Two answers of together so many characters, yes and no above all, stand on one line. */
const shortAnswers = 16;

function questionBlocks({ questions }: Guide, say: Say): Block[] {
  if (questions.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('guide.questionsNote'),
      columns: [
        { title: say('guide.question'), share: 4 },
        { title: say('guide.answers'), share: 3 },
        { title: say('guide.decides'), share: 5 },
      ],
      rows: questions.map(({ question, answers, isMultiple, when, decides }) => [
        [
          plain(question),
          ...(isMultiple ? [[{ text: say('guide.severalAnswers'), muted: true }]] : []),
          ...(when === undefined ? [] : [[{ text: say('guide.onlyIf', { condition: when }), muted: true }]]),
        ],
        answers === undefined
          ? [[{ text: say('guide.freely'), muted: true }]]
          : answers.length === 2 && answers.join('').length <= shortAnswers
            ? [plain(answers.join(' / '))]
            : answers.map(plain),
        decides.map((one) => plain(capital(one))),
      ]),
    },
  ];
}

function informationBlocks({ information, informationCount }: Guide, say: Say): Block[] {
  if (information.length === 0) return [];
  const parts = information.map(({ about, repeated, after, groups }): Block => {
    const named = repeated === undefined ? about : say('words.aside', { text: about, aside: repeated });
    return {
      kind: 'part',
      title: after === undefined ? named : `${named}${say('words.sentenceSeparator')}${after}`,
      blocks: groups.map(({ when, fields }): Block => {
        const names = fields.map(({ field, isOptional }) =>
          isOptional ? say('words.aside', { text: field, aside: say('guide.optional') }) : field,
        );
        const line = plain(names.join(say('words.listSeparator')));
        return when === undefined
          ? { kind: 'paragraph', line }
          : {
              kind: 'list',
              items: [{ line: plain(say('guide.onlyIf', { condition: when })), more: [line] }],
            };
      }),
    };
  });
  return [
    { kind: 'paragraph', line: plain(say('guide.informationNote', { count: informationCount })) },
    ...parts,
  ];
}

function receiveBlocks({ receives }: Guide, say: Say): Block[] {
  if (receives.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('guide.receiveNote'),
      columns: [
        { title: say('guide.result'), share: 5 },
        { title: say('guide.receivedFrom') },
        ...(receives.some(({ by }) => by.length > 0)
          ? [{ title: say('guide.receivedBy'), share: 3 as const }]
          : []),
      ],
      rows: receives.map(({ result, from, by }) => [
        [plain(capital(result))],
        [plain(from)],
        ...(receives.some((one) => one.by.length > 0) ? [by.map((way) => plain(capital(way)))] : []),
      ]),
    },
  ];
}

function unneededBlocks({ unneeded }: Guide, say: Say): Block[] {
  const { materials, information } = unneeded;
  if (materials.length + information.length === 0) return [];
  const table = (caption: string, first: string, rows: [string, string][]): Block[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption,
            columns: [{ title: first, share: 5 }, { title: say('guide.why') }],
            rows: rows.map(([what, why]) => [[plain(what)], [plain(capital(why))]]),
          },
        ];
  const reasons = information.map(({ why, about }): { line: Line; more: Line[] } => ({
    line: plain(capital(why)),
    more: about.map(({ role, fields }) =>
      plain(say('words.fieldOf', { role, field: fields.join(say('words.listSeparator')) })),
    ),
  }));
  return [
    { kind: 'paragraph', line: plain(say('guide.notNeededNote')) },
    ...table(
      say('guide.materialsUnneeded'),
      say('guide.material'),
      materials.map(({ material, why }) => [material, why]),
    ),
    ...(reasons.length === 0
      ? []
      : [
          {
            kind: 'part' as const,
            title: say('guide.informationItems'),
            blocks: [{ kind: 'list' as const, items: reasons }],
          },
        ]),
  ];
}

function basisBlocks({ basis }: Guide, say: Say): Block[] {
  if (basis.length === 0) return [];
  return [
    {
      kind: 'list',
      items: basis.map((one) => ({
        line: basisLine(one),
        more: [plain(say('guide.basisFor', { list: one.for.join(say('words.listSeparator')) }))],
      })),
    },
  ];
}

function figureBlocks({ figures }: Guide, say: Say): Block[] {
  return [
    {
      kind: 'table',
      caption: say('guide.figuresNote'),
      columns: [
        { title: say('guide.figure'), share: 6 },
        { title: say('guide.alone'), isNumber: true },
        { title: say('guide.together'), isNumber: true },
      ],
      rows: figures.map(({ figure, alone, together }) => [
        [plain(figure)],
        [plain(String(alone))],
        [plain(String(together))],
      ]),
    },
  ];
}
