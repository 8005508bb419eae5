/** Judges of the formats that findings are written in: each gives the faults of a text, none for a sound one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { FindingFormat } from '../../../../src/report/index.js';
import { createValidator } from '../../../../src/schema/index.js';

export type Judge = (text: string) => Promise<string[]> | string[];

const require = createRequire(import.meta.url);

/** The official schema is of draft 4; the package that carries it brings a validator that knows that draft. */
function sarifJudge(): Judge {
  const top = require.resolve('@microsoft/jest-sarif/package.json');
  const ofPackage = createRequire(top);
  interface OldAjv {
    addMetaSchema: (schema: unknown) => void;
    compile: (schema: unknown) => ((value: unknown) => boolean) & { errors?: unknown[] | null };
  }
  const Ajv = ofPackage('ajv') as new (options: object) => OldAjv;
  const ajv = new Ajv({ schemaId: 'auto', validateSchema: false, allErrors: true });
  ajv.addMetaSchema(ofPackage('ajv/lib/refs/json-schema-draft-04.json'));
  const schema: unknown = JSON.parse(
    readFileSync(join(top, '..', 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const validate = ajv.compile(schema);
  return (text) =>
    validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((one) => JSON.stringify(one));
}

function xmlJudge(schemaFile: string): Judge {
  const schema = readFileSync(join(import.meta.dirname, schemaFile), 'utf8');
  return async (text) => {
    const { valid, errors } = await validateXML({
      xml: { fileName: 'report.xml', contents: text },
      schema: { fileName: schemaFile, contents: schema },
    });
    return valid ? [] : errors.map(({ message }) => message);
  };
}

/** What GitLab documents of a Code Quality report (docs.gitlab.com/ci/testing/code_quality). */
const gitlabReport = createValidator({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

function gitlabJudge(text: string): string[] {
  const report = JSON.parse(text) as { fingerprint: string }[];
  const prints = report.map(({ fingerprint }) => fingerprint);
  const twice = prints.filter((print, index) => prints.indexOf(print) !== index);
  return [...gitlabReport(report).map(({ pointer, message }) => `${pointer}: ${message}`), ...twice];
}

/** A workflow command as the runner of GitHub takes it apart (actions/toolkit, packages/core, command). */
const command =
  /^::(error|warning|notice) ((?:(?:file|line|col|endLine|endColumn|title)=[^,:\r\n]*,?)+)::[^\r\n]+$/;

function githubJudge(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const faults = lines.at(-1) === '' ? [] : ['the last line has no end'];
  return [...faults, ...lines.slice(0, -1).filter((line) => !command.test(line))];
}

/** The judge of each format. */
export const judges: Readonly<Record<FindingFormat, Judge>> = {
  sarif: sarifJudge(),
  junit: xmlJudge('junit.xsd'),
  checkstyle: xmlJudge('checkstyle.xsd'),
  gitlab: gitlabJudge,
  github: githubJudge,
};
