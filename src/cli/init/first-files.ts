import { firstDocuments } from './documents.js';

/** A file to be made. */
export interface FirstFile {
  text: string;
  isExecutable?: boolean;
}

/** What a first catalogue is called, and which onething it is made for. */
export interface FirstNames {
  /** The id of the catalogue; any letters. */
  id: string;
  /** The name of the npm package. */
  packageName: string;
  version: string;
}

const kindOfFolder: Readonly<Record<string, string>> = {
  subjects: 'subject',
  materials: 'material',
  authorities: 'authority',
  registries: 'registry',
  blocks: 'block',
  bundles: 'bundle',
  cases: 'case',
};

/** Every file of a first catalogue, by its path with forward slashes. */
export function firstFiles(names: FirstNames): Map<string, FirstFile> {
  const files = new Map<string, FirstFile>([
    ['catalogue.yaml', { text: schemaLine('catalogue', 0) + manifestText(names) }],
  ]);
  for (const [path, text] of Object.entries(firstDocuments)) {
    const kind = kindOfFolder[path.slice(0, path.indexOf('/'))]!;
    files.set(path, { text: schemaLine(kind, 1) + text });
  }
  files.set('package.json', { text: packageText(names) });
  files.set('README.md', { text: readmeText(names) });
  files.set('.gitignore', { text: 'node_modules/\ndist/\n' });
  files.set('.vscode/settings.json', { text: settingsText() });
  files.set('.vscode/extensions.json', { text: json({ recommendations: ['redhat.vscode-yaml'] }) });
  files.set('.github/workflows/catalogue.yaml', { text: workflowText });
  files.set('.githooks/pre-commit', { text: hookText, isExecutable: true });
  return files;
}

/** The line by which editors with the YAML language server complete and check: from the installed package, offline. */
function schemaLine(kind: string, depth: number): string {
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}node_modules/onething/schemas/${kind}.schema.json\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function manifestText({ id }: FirstNames): string {
  return `kind: catalogue
id: ${id}
version: 0.1.0
title: { en: A first catalogue, zh: 示例目录 }
locales: [en, zh]
`;
}

function packageText({ packageName, version }: FirstNames): string {
  return json({
    name: packageName,
    version: '0.1.0',
    private: true,
    scripts: {
      check: 'onething check --fail-on warning',
      test: 'onething test',
      guide: 'onething guide new-dog --output dist/new-dog.html',
      build: 'onething build . --output dist/catalogue.json',
    },
    // What another catalogue gets that imports this one by the name of its package.
    files: ['catalogue.yaml', ...Object.keys(kindOfFolder).filter((folder) => folder !== 'cases')],
    devDependencies: { onething: `^${version}` },
  });
}

/** New files are completed by the folder that they stand in. */
function settingsText(): string {
  const schemas = Object.entries({ catalogue: 'catalogue.yaml', ...globs() });
  return json({
    'yaml.schemas': Object.fromEntries(
      schemas.map(([kind, glob]) => [`./node_modules/onething/schemas/${kind}.schema.json`, glob]),
    ),
    'yaml.schemaStore.enable': false,
    'json.schemaDownload.enable': false,
  });
}

function globs(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kindOfFolder).map(([folder, kind]) => [kind, `${folder}/**/*.yaml`]),
  );
}

const workflowText = `name: catalogue
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      # Findings are shown at their lines in the pull request.
      - run: npx onething check --fail-on warning --format github
      - run: npx onething test
`;

const hookText = `#!/bin/sh
# Checks the catalogue before each commit. Enable it once: git config core.hooksPath .githooks
# (in a folder of a larger repository: the path of this folder from the top of it).
cd "$(dirname "$0")/.." && exec npx --no-install onething check
`;

function readmeText({ id }: FirstNames): string {
  return `# ${id}

A catalogue of [onething](https://www.npmjs.com/package/onething): single matters (\`blocks/\`), composed into one thing (\`bundles/\`). The dog in
it is invented; replace it by what you know.

\`\`\`
npm install
npx onething check              # documents, references, every bundle composed and proven
npx onething compose new-dog    # one form, one set of materials, one plan
npx onething plan new-dog       # what runs when
npx onething guide new-dog      # what applicants need to know (办事指南)
npx onething test               # the golden cases in cases/
\`\`\`

- An editor with the YAML language server (in VS Code: the extension that it recommends here) completes and explains
  every key, from the schemas in \`node_modules/onething/schemas\`; nothing is fetched.
- \`git config core.hooksPath .githooks\` has the catalogue checked before each commit.
- \`.github/workflows/catalogue.yaml\` checks and tests it on every push. Commit \`package-lock.json\` with it.
- \`npx onething build . --output dist/catalogue.json\` packs it into one file for a host application; \`npm pack\` makes a
  package that another catalogue imports by name. Remove \`private\` from \`package.json\` before publishing.

Folders and file names mean nothing to the tool: \`kind\` says what a document is.
`;
}
