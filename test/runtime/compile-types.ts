import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const runtime = `${root}src/runtime/index.js`;

let program: ts.Program | undefined;
const parsedFiles = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of generated types and of a file that imports them. */
export function errorsOf(generated: string, host: string): string[] {
  return errorsIn({ 'generated.ts': generated, 'host.ts': host });
}

/** What the compiler says of files that stand beside this one, by name. */
export function errorsIn(texts: Readonly<Record<string, string>>): string[] {
  const files = new Map(Object.entries(texts).map(([name, text]) => [`${root}test/runtime/${name}`, text]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    skipLibCheck: true,
    typeRoots: [`${root}node_modules/@types`],
  };
  const compiler = ts.createCompilerHost(options);
  const real = { ...compiler };
  compiler.fileExists = (path) => files.has(path) || real.fileExists(path);
  compiler.readFile = (path) => files.get(path) ?? real.readFile(path);
  compiler.getSourceFile = (path, version) => {
    const text = files.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    // The library and our own sources are the same in every test.
    const parsed = parsedFiles.get(path) ?? real.getSourceFile(path, version);
    parsedFiles.set(path, parsed);
    return parsed;
  };
  program = ts.createProgram([...files.keys()], options, compiler, program);
  const checked = program;
  return [...files.keys()].flatMap((path) => {
    const source = checked.getSourceFile(path)!;
    return [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
    );
  });
}
