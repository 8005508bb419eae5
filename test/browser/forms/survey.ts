/**
 * Draws the form of golden cases in each renderer and counts what is wrong: `tsx test/browser/forms/survey.ts [case …]`
 * draws all, and ends with 1 where anything is wrong.
 */
import { catalogueFiles } from '../../properties/example-files.js';
import type { WorldFile } from '../../world/judge/documents.js';
import { createStage } from '../../world/stage.js';
import { findChromium } from '../chromium.js';
import { awkward } from './catalogues/index.js';
import { faultKinds, faultsOf, isOfRenderer } from './judge.js';
import type { DrawingFault } from './judge.js';
import { openFormsPage } from './open-page.js';
import type { RendererName } from './page.js';
import { createSituations } from './situations.js';
import type { Situation } from './situations.js';
import { isObject } from '../../../src/base/index.js';
import type { JsonObject } from '../../../src/base/index.js';
import { formView } from '../../../src/view/index.js';
import type { FormView } from '../../../src/view/index.js';

/** As hosts draw with `onething/forms`, and with what the renderers bring alone, under no policy and by their own ajv. */
export const rendererNames: readonly RendererName[] = [
  'vanilla',
  'material',
  'rjsf',
  'stock vanilla',
  'stock material',
  'stock rjsf',
];

export const exampleFiles = (): WorldFile[] =>
  catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));

const stock = (name: RendererName): boolean => name.startsWith('stock');

/** What was found wrong, by case and renderer. */
export interface Surveyed {
  controls: number;
  situations: number;
  faults: { id: string; renderer: RendererName; fault: DrawingFault }[];
  disagreements: string[];
}

export interface SurveyOptions {
  files?: readonly WorldFile[];
  /** Each list has an item already, so that what stands in it is looked at too. */
  isBegun?: boolean;
}

/** Draws the cases in each of the renderers. */
export async function survey(
  executablePath: string,
  wanted: (id: string) => boolean,
  { files = exampleFiles(), isBegun = false }: SurveyOptions = {},
): Promise<Surveyed> {
  const stage = await createStage(files);
  const situations = createSituations(stage, 'zh');
  const viewOf = ({ bundle, data }: Situation) =>
    formView(situations.composition(bundle), data, { locale: 'zh' });
  const strict = await openFormsPage(executablePath);
  const lenient = await openFormsPage(executablePath, { isLenient: true });
  const result: Surveyed = { controls: 0, situations: 0, faults: [], disagreements: [] };
  for (const golden of stage.documents.case.values()) {
    if (!wanted(golden.id)) continue;
    const situation = situations.of(golden);
    result.situations += 1;
    result.controls += situation.asked.size;
    result.disagreements.push(...situation.disagreements.map((one) => `${golden.id}: ${one}`));
    if (isBegun) situation.data = begun(situation.data, viewOf(situation));
    const { schema, ui, rjsf } = viewOf(situation);
    for (const renderer of rendererNames) {
      const look = await (stock(renderer) ? lenient : strict).draw({
        renderer,
        schema,
        ui,
        rjsf,
        data: situation.data,
      });
      for (const fault of faultsOf(situation, look)) result.faults.push({ id: golden.id, renderer, fault });
    }
  }
  await strict.close();
  await lenient.close();
  return result;
}

/** The data with an item in each list of a single role. */
function begun(data: JsonObject, { schema }: FormView): JsonObject {
  const result = structuredClone(data);
  for (const [role, section] of Object.entries(schema['properties'] as JsonObject)) {
    const { type, properties } = section as JsonObject;
    if (type !== 'object' || !isObject(properties)) continue;
    for (const [name, drawn] of Object.entries(properties)) {
      const { type: kind, items } = drawn as JsonObject;
      if (kind !== 'array' || !isObject(items) || items['oneOf'] !== undefined) continue;
      const item = { object: {}, array: [0], string: 'x' }[String(items['type'])];
      ((result[role] ??= {}) as JsonObject)[name] = item === undefined ? [] : [item];
    }
  }
  return result;
}

/** The counts as a table of Markdown. */
export function tableOf({ faults }: Surveyed): string {
  const rows = faultKinds.map((kind) => {
    const counts = rendererNames.map(
      (renderer) => faults.filter((one) => one.renderer === renderer && one.fault.kind === kind).length,
    );
    return `| ${[kind, ...counts].join(' | ')} |`;
  });
  const rule = `|${'---|'.repeat(rendererNames.length + 1)}`;
  return [`| | ${rendererNames.join(' | ')} |`, rule, ...rows].join('\n');
}

if (process.argv[1]?.endsWith('survey.ts') === true) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium here; CHROMIUM=<path> names one.');
  const names = process.argv.slice(2);
  const isWanted = (id: string) => names.length === 0 || names.some((name) => id.includes(name));
  const all: SurveyOptions[] = [
    {},
    ...Object.values(awkward).flatMap((files) => [{ files }, { files, isBegun: true }]),
  ];
  for (const options of all) {
    const surveyed = await survey(executablePath, isWanted, options);
    for (const { id, renderer, fault } of surveyed.faults)
      console.log(`${id} ${renderer} ${fault.kind}: ${fault.what}`);
    for (const one of surveyed.disagreements) console.log(`disagreement: ${one}`);
    if (surveyed.situations === 0) continue;
    console.log(`${surveyed.situations} situations, ${surveyed.controls} controls asked.`);
    console.log(tableOf(surveyed));
    if (surveyed.faults.some(({ renderer, fault }) => !isOfRenderer(renderer, fault))) process.exitCode = 1;
  }
}
