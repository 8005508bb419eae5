import { buildHelp } from './build.js';
import { caseHelp } from './case.js';
import { checkHelp } from './check.js';
import { composeHelp } from './compose.js';
import { diffHelp } from './diff.js';
import { explainHelp } from './explain.js';
import { guideHelp } from './guide.js';
import { initHelp } from './init.js';
import { matrixHelp } from './matrix.js';
import { optionsHelp } from './options.js';
import { planHelp } from './plan.js';
import { projectHelp } from './project.js';
import { reportHelp } from './report.js';
import { resolveHelp } from './resolve.js';
import { runHelp } from './run.js';
import { testHelp } from './test.js';
import { typesHelp } from './types.js';
import { whyHelp } from './why.js';

/** The help of every command. */
export const commandHelp = {
  ...buildHelp,
  ...caseHelp,
  ...checkHelp,
  ...composeHelp,
  ...diffHelp,
  ...explainHelp,
  ...guideHelp,
  ...initHelp,
  ...matrixHelp,
  ...optionsHelp,
  ...planHelp,
  ...projectHelp,
  ...reportHelp,
  ...resolveHelp,
  ...runHelp,
  ...testHelp,
  ...typesHelp,
  ...whyHelp,
};
