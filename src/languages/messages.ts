import { checkMessages as checkingMessages } from '../check/messages.js';
import { commandMessages } from '../cli/command/messages.js';
import { commandHelp } from '../cli/commands/messages/index.js';
import { cliMessages } from '../cli/messages.js';
import { guideUsageMessages } from '../export/guide/messages.js';
import { composeMessages } from '../compose/messages.js';
import { orderMessages } from '../compose/order/messages.js';
import { diagnosticMessages } from '../diagnostics/index.js';
import { changeMessages } from '../diff/messages.js';
import { formMessages } from '../forms/messages.js';
import { graphMessages } from '../graph/messages.js';
import { argumentMessages, suggestionMessages, valueKindMessages } from '../messages/index.js';
import { documentKindMessages } from '../model/documents/messages.js';
import { restateMessages } from '../engines/restate/messages.js';
import { nodeMessages } from '../node/messages.js';
import { planMessages } from '../plan/messages.js';
import { predicateMessages } from '../predicate/messages.js';
import { proveMessages } from '../prove/messages.js';
import { machineMessages } from '../runtime/machine/messages.js';
import { shellMessages } from '../runtime/shell/messages.js';
import { simulationMessages } from '../runtime/simulation/messages.js';
import { testingMessages } from '../testing/messages.js';
import { timeMessages } from '../time/messages.js';
import { valueMessages } from '../schema/explain/messages.js';
import { keywordMessages } from '../schema/keywords/messages.js';
import { schemaMessages } from '../schema/messages.js';
import { stopMessages } from '../schema/solve/messages.js';
import { buildMessages } from './tables/build.js';
import { caseMessages } from './tables/case.js';
import { checkMessages } from './tables/check.js';
import { compositionMessages } from './tables/composition.js';
import { conditionMessages } from './tables/conditions.js';
import { diffKindMessages } from './tables/diff-kinds.js';
import { diffMessages } from './tables/diff.js';
import { explanationMessages } from './tables/explanation.js';
import { figureMessages } from './tables/figures.js';
import { findingMessages } from './tables/findings.js';
import { goldenMessages } from './tables/golden.js';
import { guideMessages } from './tables/guide.js';
import { helpMessages } from './tables/help.js';
import { initMessages } from './tables/init.js';
import { matrixMessages } from './tables/matrix.js';
import { placeMessages } from './tables/places.js';
import { resolutionMessages } from './tables/resolution.js';
import { resultMessages } from './tables/results.js';
import { wordMessages } from './tables/words.js';
import { catalogueMessages } from '../catalogue/messages.js';
import { zodMessages } from '../define/messages.js';
import { viewMessages } from '../view/messages.js';
import { documentMessages, repairMessages, yamlMessages } from '../documents/messages.js';
import { engineMessages, patternMessages } from '../schema/patterns/messages.js';

/** Every message of every room. */
export const messages = {
  ...suggestionMessages,
  ...diagnosticMessages,
  ...argumentMessages,
  ...valueKindMessages,
  ...keywordMessages,
  ...documentKindMessages,
  ...yamlMessages,
  ...repairMessages,
  ...documentMessages,
  ...zodMessages,
  ...viewMessages,
  ...engineMessages,
  ...patternMessages,
  ...catalogueMessages,
  ...schemaMessages,
  ...stopMessages,
  ...valueMessages,
  ...formMessages,
  ...graphMessages,
  ...predicateMessages,
  ...composeMessages,
  ...orderMessages,
  ...proveMessages,
  ...changeMessages,
  ...checkingMessages,
  ...planMessages,
  ...timeMessages,
  ...shellMessages,
  ...restateMessages,
  ...commandMessages,
  ...cliMessages,
  ...commandHelp,
  ...testingMessages,
  ...guideUsageMessages,
  ...machineMessages,
  ...shellMessages,
  ...nodeMessages,
  ...simulationMessages,
  ...findingMessages,
  ...checkMessages,
  ...buildMessages,
  ...caseMessages,
  ...compositionMessages,
  ...conditionMessages,
  ...diffKindMessages,
  ...diffMessages,
  ...explanationMessages,
  ...figureMessages,
  ...goldenMessages,
  ...guideMessages,
  ...helpMessages,
  ...initMessages,
  ...matrixMessages,
  ...placeMessages,
  ...resolutionMessages,
  ...resultMessages,
  ...wordMessages,
};
