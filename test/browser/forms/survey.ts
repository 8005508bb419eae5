/**
 * Draws the form of golden cases in each renderer and counts what is wrong: `tsx test/browser/forms/survey.ts [case …]`
 * draws all, and ends with 1 where anything is wrong.
 */
import { catalogueFiles } from '../../properties/example-files.js';
import { createStage } from '../../world/stage.js';
import { findChromium } from '../chromium.js';
import { faultKinds, faultsOf } from './judge.js';
import type { DrawingFault } from './judge.js';
import { openFormsPage } from './open-page.js';
import type { RendererName } from './page.js';
import { createSituations } from './situations.js';
import { formView } from '../../../src/view/index.js';

export const rendererNames: readonly RendererName[] = ['vanilla', 'material', 'rjsf'];

/** What was found wrong, by case and renderer. */
export interface Surveyed {
  controls: number;
  situations: number;
  faults: { id: string; renderer: RendererName; fault: DrawingFault }[];
  disagreements: string[];
}

/** Draws the cases in each of the renderers. */
export async function survey(
  executablePath: string,
  wanted: (id: string) => boolean,
  renderers: readonly RendererName[] = rendererNames,
): Promise<Surveyed> {
  const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
  const stage = await createStage(files);
  const situations = createSituations(stage, 'zh');
  const { draw, close } = await openFormsPage(executablePath);
  const result: Surveyed = { controls: 0, situations: 0, faults: [], disagreements: [] };
  for (const golden of stage.documents.case.values()) {
    if (!wanted(golden.id)) continue;
    const situation = situations.of(golden);
    result.situations += 1;
    result.controls += situation.asked.size;
    result.disagreements.push(...situation.disagreements.map((one) => `${golden.id}: ${one}`));
    const { schema, ui, rjsf } = formView(situations.composition(golden.bundle), situation.data, {
      locale: 'zh',
    });
    for (const renderer of renderers) {
      const look = await draw({ renderer, schema, ui, rjsf, data: situation.data });
      for (const fault of faultsOf(situation, look)) result.faults.push({ id: golden.id, renderer, fault });
    }
  }
  await close();
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
  return [`| | ${rendererNames.join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n');
}

if (process.argv[1]?.endsWith('survey.ts') === true) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium here; CHROMIUM=<path> names one.');
  const names = process.argv.slice(2);
  const surveyed = await survey(
    executablePath,
    (id) => names.length === 0 || names.some((name) => id.includes(name)),
  );
  for (const { id, renderer, fault } of surveyed.faults)
    console.log(`${id} ${renderer} ${fault.kind}: ${fault.what}`);
  for (const one of surveyed.disagreements) console.log(`disagreement: ${one}`);
  console.log(`${surveyed.situations} situations, ${surveyed.controls} controls asked.`);
  console.log(tableOf(surveyed));
  process.exitCode = surveyed.faults.length === 0 ? 0 : 1;
}
