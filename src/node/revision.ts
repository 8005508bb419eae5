import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { omitUndefined } from '../base/index.js';
import { UsageError, assertArguments } from '../messages/index.js';
import { tell } from './messages.js';
import { isManifestPath, isPackedText, loadCatalogue, loadPacked } from '../catalogue/index.js';
import type { ImportResolver, LoadedCatalogue, SourceFile } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { createImportResolver } from './load-imports.js';
import { isDocumentPath } from './load-folder.js';

/** A file or folder as a repository holds it at a revision. */
export interface RevisionPlace {
  /** Anything that git understands: `HEAD~1`, `v1.2.0`, `main`, a hash. */
  revision: string;
  /** From the top of the repository, with forward slashes; `''` for the whole of it. */
  path: string;
}

/** A catalogue as it was, and where in the repository it stands. */
export interface CatalogueRevision {
  catalogue: LoadedCatalogue;
  /** From the top of the repository. */
  folder: string;
  /** The file that was named, where it is one, as findings name it. */
  file?: string;
}

const most = 1 << 30;

/** Runs git without a shell; undefined where git says no. */
function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', [...args], {
      cwd,
      maxBuffer: most,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      ...omitUndefined({ input }),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(tell('node/no-git'), tell('node/no-git:help'));
    return undefined;
  }
}

/** The top of the repository that a folder belongs to, undefined where it belongs to none. */
export function repositoryOf(folder: string): string | undefined {
  assertArguments('repositoryOf', { folder: 'text' }, { folder });
  return git(folder, ['rev-parse', '--show-toplevel'])
    ?.toString('utf8')
    .replace(/\r?\n$/, '');
}

/** Is the word a revision of the repository? */
export function isRevision(repository: string, revision: string): boolean {
  assertArguments('isRevision', { repository: 'text', revision: 'text' }, { repository, revision });
  return commitOf(repository, revision) !== undefined;
}

function commitOf(repository: string, revision: string): string | undefined {
  // A word that begins with a hyphen would be an option.
  if (revision === '' || revision.startsWith('-') || /[\s\0]/.test(revision)) return undefined;
  return git(repository, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
    ?.toString('utf8')
    .trim();
}

interface TreeEntry {
  mode: string;
  blob: string;
  path: string;
}

/**
 * Reads a catalogue as a git repository holds it at a revision, without touching the working tree. Relative imports are
 * read at the same revision; packages from the `node_modules` of today.
 * @param repository the top of the repository
 * @throws UsageError `node/no-git`, `node/no-revision`, `node/no-folder`
 */
export function readRevision(repository: string, place: RevisionPlace): CatalogueRevision {
  assertArguments('readRevision', { repository: 'text', place: 'object' }, { repository, place });
  const { revision, path } = place;
  assertArguments('readRevision', { revision: 'text', path: 'text' }, { revision, path });
  const commit = commitOf(repository, revision);
  if (commit === undefined)
    throw new UsageError(tell('node/no-revision', { revision }), tell('node/no-revision:help'));
  const tree = new RevisionTree(repository, commit);
  const file = tree.entries.find((entry) => entry.path === path);
  if (file === undefined && path !== '' && !tree.entries.some((entry) => entry.path.startsWith(`${path}/`)))
    throw new UsageError(
      tell('node/no-folder:revision', { path, revision }),
      tell('node/no-folder:from-the-top'),
    );
  if (file !== undefined) {
    const [source] = tree.read([file]);
    if (source !== undefined && isPackedText(source.text))
      return {
        catalogue: loadPacked(source.text, { file: posix.basename(path) }),
        folder: posix.dirname(path),
      };
  }
  const folder = tree.manifestFolder(file === undefined ? path : dirnameOf(path));
  if (folder === undefined)
    throw new UsageError(
      tell('usage/no-catalogue:revision', { path, revision }),
      tell('node/no-folder:catalogue'),
    );
  const findings: Diagnostic[] = [];
  const catalogue = loadCatalogue(tree.documents(folder, folder, findings), {
    imports: importsOf(tree, folder, repository, findings),
    diagnostics: findings,
  });
  return { catalogue, folder, ...(file === undefined ? {} : { file: relativeTo(folder, path) }) };
}

class RevisionTree {
  readonly entries: readonly TreeEntry[];

  constructor(
    readonly repository: string,
    commit: string,
  ) {
    const listed = git(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])?.toString('utf8') ?? '';
    this.entries = listed.split('\0').flatMap((line): TreeEntry[] => {
      const match = /^(\d+) (?:blob|commit) ([0-9a-f]+)\t(.*)$/s.exec(line);
      return match === null ? [] : [{ mode: match[1]!, blob: match[2]!, path: match[3]! }];
    });
  }

  /** The folder at or above a path that has a manifest. */
  manifestFolder(path: string): string | undefined {
    for (let folder = path; ; folder = dirnameOf(folder)) {
      if (this.hasManifest(folder)) return folder;
      if (folder === '') return undefined;
    }
  }

  hasManifest(folder: string): boolean {
    return this.entries.some(
      ({ path }) => dirnameOf(path) === folder && isManifestPath(posix.basename(path)),
    );
  }

  /** The documents below a folder, by their way from another one. */
  documents(folder: string, from: string, findings: Diagnostic[]): SourceFile[] {
    const below = this.entries.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
    const wanted = below.filter(({ path }) => isDocumentPath(relativeTo(folder, path)));
    const links = wanted.filter(({ mode }) => mode === '120000');
    for (const { path, text } of this.read(links)) {
      const target = new TextDecoder().decode(text as Uint8Array);
      const place = posix.normalize(posix.join(posix.dirname(path), target));
      const isWithin = folder === '' ? !place.startsWith('../') : place.startsWith(`${folder}/`);
      // What a link within the folder leads to is read anyway.
      if (isWithin && !posix.isAbsolute(target)) continue;
      const at = { file: relativeTo(from, path), pointer: '' };
      findings.push(createDiagnostic('catalogue/link-outside', {}, at));
    }
    const files = wanted.filter(({ mode }) => mode.startsWith('100'));
    return this.read(files).map(({ path, text }) => ({ path: relativeTo(from, path), text }));
  }

  /** The contents of files, all of them with one process. */
  read(entries: readonly TreeEntry[]): SourceFile[] {
    if (entries.length === 0) return [];
    const names = `${entries.map(({ blob }) => blob).join('\n')}\n`;
    const output = git(this.repository, ['cat-file', '--batch'], names) ?? Buffer.alloc(0);
    let offset = 0;
    return [...entries].flatMap(({ path }) => {
      const end = output.indexOf(10, offset);
      const size = Number(output.subarray(offset, end).toString('latin1').split(' ')[2]);
      if (end < 0 || !Number.isInteger(size)) return [];
      offset = end + 1 + size + 1;
      return [{ path, text: new Uint8Array(output.subarray(end + 1, end + 1 + size)) }];
    });
  }
}

function importsOf(
  tree: RevisionTree,
  top: string,
  repository: string,
  findings: Diagnostic[],
): ImportResolver {
  const today = join(repository, top);
  const packages = existsSync(today) ? createImportResolver(today, repository, findings) : undefined;
  return (name, from) => {
    if (!/^\.{1,2}(?:\/|$)/.test(name)) return packages?.(name, from);
    const folder = posix
      .normalize(posix.join(top === '' ? '.' : top, posix.dirname(from), name))
      .replace(/\/$/, '');
    if (folder.startsWith('..')) return 'outside';
    const place = folder === '.' ? '' : folder;
    return tree.hasManifest(place) ? tree.documents(place, top, findings) : undefined;
  };
}

function dirnameOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function relativeTo(folder: string, path: string): string {
  return posix.relative(folder === '' ? '.' : folder, path);
}
