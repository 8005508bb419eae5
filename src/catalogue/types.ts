import type { SourceFile, Entry } from './source-file.js';
import type { Diagnostic, Location, SourceRef } from '../diagnostics/index.js';
import type { SourceDocument } from './source-document.js';
import type { CatalogueMemory } from './catalogue-memory.js';
import type {
  Authority,
  Block,
  Bundle,
  Calendar,
  Case,
  Catalogue,
  Document,
  Material,
  Registry,
  Subject,
} from '../model/index.js';

import type { FormatTable } from '../schema/index.js';

/** An imported catalogue that comes packed: its text, and the name of its file. */
export interface PackedFile {
  path: string;
  packed: string | Uint8Array;
}

/**
 * Finds the files of an imported catalogue.
 * @param name as written: a relative folder or an npm package name
 * @param from the path of the document that imports it
 * @returns undefined where there is none, `outside` where it may not be read
 */
export type ImportResolver = (
  name: string,
  from: string,
) => readonly SourceFile[] | PackedFile | 'outside' | undefined;

/** How a catalogue is loaded. */
export interface LoadOptions {
  /** Finds imports that are not among the given files. */
  imports?: ImportResolver;
  /** Documents made in TypeScript, beside those of the files. */
  documents?: readonly Document[];
  /** Names of derivations that the host provides, beside those that onething has. */
  derivations?: readonly string[];
  /** The formats that schemas may name. Left out: those that onething has. */
  formats?: FormatTable;
  /** The folder of the catalogue within the given files; left out: the outermost one that has a `catalogue.yaml`. */
  root?: string;
  /** Documents of files that somebody has read and checked already; undefined for all others. */
  read?: (file: SourceFile) => SourceDocument | undefined;
  /** Keeps what does not change from one loading to the next. */
  memory?: CatalogueMemory;
  /** Findings of whoever read the files: links that lead outside, files that could not be read. */
  diagnostics?: readonly Diagnostic[];
}

/** The documents of a catalogue and of all that it imports, by id, and what is wrong with them. */
export interface LoadedCatalogue {
  /** Of the manifest; `catalogue` where there is none. */
  id: string;
  /** Of the manifest; `0.0.0` where there is none. */
  version: string;
  /** The locales that every title should have; none where the manifest names none. */
  locales: readonly string[];
  manifest?: Entry<Catalogue>;
  /** Each map is in the order of the ids by UTF-16 code units. */
  subjects: ReadonlyMap<string, Entry<Subject>>;
  materials: ReadonlyMap<string, Entry<Material>>;
  authorities: ReadonlyMap<string, Entry<Authority>>;
  registries: ReadonlyMap<string, Entry<Registry>>;
  calendars: ReadonlyMap<string, Entry<Calendar>>;
  blocks: ReadonlyMap<string, Entry<Block>>;
  bundles: ReadonlyMap<string, Entry<Bundle>>;
  cases: ReadonlyMap<string, Entry<Case>>;
  /** With ranges, sorted. */
  diagnostics: readonly Diagnostic[];
  /** The first block, by id, that yields an element of a subject; undefined where none does. */
  yielderOf: (subject: string, element: string) => string | undefined;
  /** Adds the range to a place. Positions are worked out file by file, when first asked for. */
  locate: (ref: SourceRef) => Location;
  /** Adds the ranges of a diagnostic and of everything related to it, where they are missing. */
  withRange: (diagnostic: Diagnostic) => Diagnostic;
  /** The text of a file, for showing a finding in its place; undefined for documents made in TypeScript. */
  text: (file: string) => string | undefined;
}
