import type { LoadedCatalogue } from '../src/catalogue/index.js';
import type { Claim, PublishedFigures, PublishedSystem } from './figures-claims.js';
import { takeBundle, takeMeasure } from './figures-measures.js';
import type { Taken } from './figures-measures.js';

/** What the engine says to a claim. */
export interface Finding {
  claim: Claim;
  verdict: 'agrees' | 'differs' | 'cannot';
  computed?: number;
}

/** What the engine says to the claims about a system. */
export interface SystemFindings {
  system: PublishedSystem;
  findings: Finding[];
}

/** Everything that the page shows. */
export interface Judgement {
  systems: SystemFindings[];
  /** The reference case of each bundle, with what the engine counts in its situation. */
  counted: { bundle: string; case: string; figures: string[] }[];
}

/** "About" allows so much, as a share of the published figure. */
const tolerance = 0.15;

/** What the engine counts, as it is shown of every bundle: alone, and together. */
const columns = {
  matters: ['matters'],
  authorities: ['authorities'],
  forms: ['forms.before', 'forms.after'],
  fields: ['fields.before', 'fields.after'],
  'to fill in': ['fields.toFill'],
  materials: ['materials.before', 'materials.after'],
  'to hand in': ['materials.left'],
  steps: ['steps.before', 'steps.after'],
  trips: ['trips.before', 'trips.after'],
  days: ['days.before', 'days.after'],
} as const;

/** Computes every claim, and the figures of every bundle, from the catalogue. */
export function judgeFigures(catalogue: LoadedCatalogue, published: PublishedFigures): Judgement {
  const taken = new Map<string, Taken>();
  const take = (bundle: string, id: string | undefined): Taken => {
    const key = `${bundle} ${id ?? ''}`;
    const present = taken.get(key);
    if (present !== undefined) return present;
    const document = id === undefined ? undefined : catalogue.cases.get(id)?.document;
    if (id !== undefined && document?.bundle !== bundle) throw new Error(`${bundle} has no case "${id}".`);
    const fresh = takeBundle(catalogue, bundle, document);
    taken.set(key, fresh);
    return fresh;
  };
  const counted = Object.entries(published.reference).map(([bundle, id]) => ({
    bundle,
    case: id,
    figures: Object.values(columns).map((names) =>
      names
        .map((name) => takeMeasure(name, take(bundle, id), undefined))
        .map((figure) => (Number.isNaN(figure) ? '?' : String(figure)))
        .join(' → '),
    ),
  }));
  const systems = published.systems.map((system) => ({
    system,
    findings: system.claims.map((claim): Finding => {
      if (claim.measure === undefined) return { claim, verdict: 'cannot' };
      const computed = takeMeasure(claim.measure, take(system.bundle!, claim.case ?? system.case), claim.of);
      if (Number.isNaN(computed)) return { claim, verdict: 'cannot' };
      return { claim, computed, verdict: agrees(claim, computed) ? 'agrees' : 'differs' };
    }),
  }));
  return { systems, counted };
}

/** Whether a figure stands to the published one as the claim says. */
export function agrees({ published, relation }: Claim, computed: number): boolean {
  const [low, high] = Array.isArray(published) ? published : [published!, published!];
  switch (relation) {
    case 'equals':
      return Math.round(computed) === low;
    case 'about':
      return Math.abs(computed - low) <= tolerance * low;
    case 'atMost':
      return computed <= high;
    case 'atLeast':
      return computed >= low;
    case 'over':
      return computed > low;
    case 'between':
      return computed >= low && computed <= high;
  }
}

/**
 * FIGURES.md: the published claims beside what the engine computes.
 * @param daysOfRuns by case: the working days that a run takes, with every authority at its last moment
 */
export function figuresPage(
  figures: PublishedFigures,
  { systems, counted }: Judgement,
  daysOfRuns: ReadonlyMap<string, number>,
): string {
  return [
    '# Published figures, computed again',
    '',
    'What reports and guides say of the systems that the catalogue models, beside what the engine computes from the',
    'catalogue. `npm run figures` writes this page from `published-figures.yaml`; a test keeps it true.',
    '',
    ...summary(systems),
    '',
    '- **agrees** means that the figure computed stands to the published one as claimed. Behind it stands what the',
    '  computation rests on. An agreement on _sourced_ inputs is evidence about the place or about the model. An agreement',
    '  on _constructed_ inputs is none: the parts were made up so that the published sum can be counted again, and it shows',
    '  only that the engine counts right. _General knowledge_ is plausible and unsourced.',
    '- **differs**: it does not, and no number was bent. The sentence below the table says why, where there is a reason.',
    '- **not computable**: no declaration of a catalogue can tell it. The reason stands beside it.',
    '',
    `"About" allows ${tolerance * 100} % either way. Days are working days, counted as in docs/reference/report.md.`,
    '',
    '## What the engine counts',
    '',
    'Each bundle in the situation of one golden case: every matter alone → all of them together. "?": the documents leave it',
    'open, as they do for trips where a matter does not state its channels. The last column is what a run takes in the world',
    'of that case, where every authority answers at the last moment of its limit and the applicant at once: a judge that',
    'shares no code with the engine plays it.',
    '',
    ...countedTable(counted, daysOfRuns),
    '',
    ...systems.flatMap((one) => section(figures, one)),
  ].join('\n');
}

function countedTable(counted: Judgement['counted'], daysOfRuns: ReadonlyMap<string, number>): string[] {
  const heads = [...Object.keys(columns), 'days of a run'];
  return [
    `| bundle | ${heads.join(' | ')} |`,
    `| --- | ${heads.map(() => '---:').join(' | ')} |`,
    ...counted.map((one) => `| \`${one.case}\` | ${one.figures.join(' | ')} | ${daysOfRuns.get(one.case)} |`),
  ];
}

function summary(judged: readonly SystemFindings[]): string[] {
  const all = judged.flatMap(({ findings }) => findings);
  const count = (verdict: Finding['verdict'], inputs?: string) =>
    all.filter((one) => one.verdict === verdict && (inputs === undefined || one.claim.inputs === inputs))
      .length;
  const row = (name: string, verdict: Finding['verdict']) =>
    `| ${name} | ${count(verdict, 'sourced')} | ${count(verdict, 'general knowledge')} | ${count(verdict, 'constructed')} | ${count(verdict)} |`;
  return [
    `${judged.length} systems, ${all.length} claims:`,
    '',
    '| | sourced inputs | general knowledge | constructed inputs | all |',
    '| --- | ---: | ---: | ---: | ---: |',
    row('agrees', 'agrees'),
    row('differs', 'differs'),
    `| not computable | | | | ${count('cannot')} |`,
  ];
}

function section({ sources, reasons }: PublishedFigures, { system, findings }: SystemFindings): string[] {
  const computed = findings.filter(({ verdict }) => verdict !== 'cannot');
  const cannot = findings.filter(({ verdict }) => verdict === 'cannot');
  const lines = [`## ${system.title.en} ${system.title.zh}`, '', `${sources[system.source]!}.`, ''];
  if (computed.length > 0) {
    const situation = system.case === undefined ? 'every situation at once' : `the case \`${system.case}\``;
    lines.push(`Computed from \`${system.bundle!}\`, ${situation}.`, '');
    lines.push('| published | computed | | inputs |', '| --- | --- | --- | --- |', ...computed.map(row), '');
    const notes = computed.filter(({ claim }) => claim.note !== undefined);
    for (const { claim } of notes) lines.push(`- ${capital(claim.says)}: ${claim.note!}`);
    if (notes.length > 0) lines.push('');
  }
  if (cannot.length > 0) {
    lines.push('Not computable:', '');
    for (const { claim } of cannot)
      lines.push(`- ${capital(claim.says)}. ${reasons[claim.cannot ?? 'not-stated']!}`);
    lines.push('');
  }
  return lines;
}

function row({ claim, verdict, computed }: Finding): string {
  const unit = claim.unit === undefined ? '' : ` ${claim.unit}`;
  const elsewhere = claim.case === undefined ? '' : ` (\`${claim.case}\`)`;
  return `| ${claim.says} | ${computed}${unit}${elsewhere} | **${verdict}** | ${claim.inputs!} |`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
