/** Writes the declarations of the package: `npx tsx scripts/build-declarations.ts`, after tsup. */
import { programOf, reportMistakes, writeDeclarations } from './declarations.js';

const program = programOf('tsconfig.build.json');
if (reportMistakes(program) > 0) process.exitCode = 1;
else writeDeclarations(program);
