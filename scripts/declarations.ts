import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** A program of the files of a tsconfig.json that can write declarations. */
export function programOf(configFile: string): ts.Program {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (found: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(found.messageText, '\n'));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { noEmit: false, declaration: true, emitDeclarationOnly: true, incremental: false },
    host,
  );
  if (config === undefined) throw new Error(`${configFile} cannot be read.`);
  const { tsBuildInfoFile: _, ...options } = config.options;
  return ts.createProgram({
    rootNames: config.fileNames,
    options: { ...options, outDir: 'dist/types', rootDir: '.' },
    configFileParsingDiagnostics: config.errors,
  });
}

/** Prints what the compiler finds wrong, and returns how many findings there are. */
export function reportMistakes(program: ts.Program): number {
  const found = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
  const host = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name: string) => name,
    getNewLine: () => '\n',
  };
  if (found.length > 0) console.error(ts.formatDiagnosticsWithColorAndContext(found, host));
  return found.length;
}

/**
 * Writes the declarations of the package: one tree, read as ES modules below dist/esm/types and as CommonJS below
 * dist/cjs/types, where a package.json says so.
 */
export function writeDeclarations(program: ts.Program): void {
  const sources = resolve('src') + sep;
  for (const format of ['esm', 'cjs']) rmSync(`dist/${format}/types`, { recursive: true, force: true });
  const write: ts.WriteFileCallback = (fileName, text) => {
    const target = `dist/esm/types/${relative('dist/types/src', fileName)}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  for (const file of program.getSourceFiles()) {
    if (!resolve(file.fileName).startsWith(sources) || file.isDeclarationFile) continue;
    program.emit(file, write, undefined, true);
  }
  cpSync('dist/esm/types', 'dist/cjs/types', { recursive: true });
  writeFileSync('dist/cjs/package.json', `${JSON.stringify({ type: 'commonjs' }, null, 2)}\n`);
}
