/** Each subpath of the package, and the file that it is. */
export const subpaths = {
  index: 'src/index.ts',
  define: 'src/define/index.ts',
  node: 'src/node/index.ts',
  schema: 'src/schema/index.ts',
  runtime: 'src/runtime/index.ts',
  'engines/restate': 'src/engines/restate/index.ts',
  report: 'src/report/index.ts',
  export: 'src/export/index.ts',
  codegen: 'src/codegen/index.ts',
  testing: 'src/testing/index.ts',
  forms: 'src/forms/index.ts',
  'forms/json-forms': 'src/forms/json-forms/index.ts',
  'forms/rjsf': 'src/forms/rjsf/index.ts',
};
