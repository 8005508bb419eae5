import type { Say } from '../../languages/index.js';
import { plain } from '../page/page.js';
import type { Block, Line } from '../page/page.js';
import type { Guide, GuideChoice, GuideMaterial } from './guide.js';
import { basisLine, capital } from './guide-lines.js';

/** What to give: each material in a row of a table, then the alternatives. */
export function materialBlocks({ materials, materialCount, choices }: Guide, say: Say): Block[] {
  const table: Block = {
    kind: 'table',
    caption: say('guide.materialsNote', { count: materialCount }),
    columns: [
      { title: say('guide.material'), share: 3 },
      { title: say('guide.how'), share: 2 },
      { title: say('guide.neededWhen'), share: 4 },
      { title: say('guide.neededFor'), share: 3 },
    ],
    rows: materials.map((one) => [
      [plain(one.material), ...notesOf(one, say)],
      one.how.map(plain),
      neededWhen(one, say),
      [
        ...one.for.map(plain),
        ...one.basis.map(basisLine).map((line) => line.map((piece) => ({ ...piece, muted: true }))),
      ],
    ]),
  };
  return [
    materials.length === 0 ? { kind: 'paragraph', line: plain(say('guide.materialsNone')) } : table,
    ...choices.map((choice) => choicePart(choice, say)),
  ];
}

function notesOf({ notes, issuedBy }: GuideMaterial, say: Say): Line[] {
  const issuers =
    issuedBy.length === 0
      ? []
      : [say('guide.issuedBy', { list: issuedBy.join(say('words.sentenceSeparator')) })];
  return [...notes, ...issuers].map((text) => [{ text, muted: true }]);
}

function neededWhen(material: GuideMaterial, say: Say): Line[] {
  const { when, isOptional, isAlternative, alternativeFor = [] } = material;
  const condition = when === undefined ? [] : [capital(say('guide.onlyIf', { condition: when }))];
  const otherwise = alternativeFor.map((matter) => say('guide.alternativeFor', { matter }));
  if (isAlternative) return [...condition, say('guide.oneOfSeveral')].map(plain);
  if (isOptional) return [...condition, say('guide.optionalMaterial')].map(plain);
  return [...(when === undefined ? [say('guide.always')] : condition), ...otherwise].map(plain);
}

/** What is enough in place of one another; whatever comes by itself says so. */
function choicePart({ matter, when, groups }: GuideChoice, say: Say): Block {
  const member = ({ material, why }: { material: string; why?: string }) =>
    why === undefined ? material : say('words.aside', { text: material, aside: why });
  const isFree = groups.some(({ materials }) => materials.every(({ why }) => why !== undefined));
  const paragraphs = [
    ...(when === undefined ? [] : [say('guide.onlyIf', { condition: when })]),
    ...(isFree ? [say('guide.choiceFree')] : []),
  ];
  return {
    kind: 'part',
    title: say('guide.oneIsEnough', { matter }),
    blocks: [
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', line: plain(text) })),
      {
        kind: 'list',
        items: groups.map(({ materials, isRecommended }) => ({
          line: [
            { text: materials.map(member).join(' + '), strong: isRecommended },
            ...(isRecommended ? [{ text: say('guide.recommended'), muted: true }] : []),
          ],
        })),
      },
    ],
  };
}
