import { describe, expect, it } from 'vitest';
import { takeBundle } from '../../scripts/figures-measures.js';
import { catalogueFiles } from '../properties/example-files.js';
import { daysOfRun } from './days-of-run.js';
import { createStage } from './stage.js';

const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));

describe('a matter that the facts rule out, and what needs its approval', () => {
  it.each([
    ['enterprise-deregistration-branches-left', 11],
    ['nev-plate-quota-held', 10],
    ['graduate-settlement-small-employer', 5],
  ])('takes no days in plan and run: %s', async (id, days) => {
    const stage = await createStage(files);
    const golden = stage.documents.case.get(id)!;
    const { composition } = takeBundle(stage.catalogue, golden.bundle, golden);
    expect(composition.report.after.workingDays.value).toBe(days);
    expect(composition.plan.criticalPath.workingDays).toBe(days);
    expect(await daysOfRun(stage, golden)).toBe(days);
  });
});
