import { buildMessages } from './tables/build.js';
import { caseMessages } from './tables/case.js';
import { checkMessages } from './tables/check.js';
import { diffKindMessages } from './tables/diff-kinds.js';
import { diffMessages } from './tables/diff.js';
import { findingMessages } from './tables/findings.js';
import { goldenMessages } from './tables/golden.js';
import { guideMessages } from './tables/guide.js';
import { initMessages } from './tables/init.js';
import { matrixMessages } from './tables/matrix.js';
import { placeMessages } from './tables/places.js';
import { resultMessages } from './tables/results.js';
import { wordMessages } from './tables/words.js';

/** Every text that reports and commands say, one table for each part. */
export const messages = {
  ...findingMessages,
  ...checkMessages,
  ...buildMessages,
  ...caseMessages,
  ...diffKindMessages,
  ...diffMessages,
  ...goldenMessages,
  ...guideMessages,
  ...initMessages,
  ...matrixMessages,
  ...placeMessages,
  ...resultMessages,
  ...wordMessages,
};
