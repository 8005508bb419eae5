import type { Code } from '../../diagnostics/index.js';
import type { Accept } from './block.js';
import type { DocumentBase } from './common.js';
import type { Text } from './text.js';

/** A kind of evidence. Kin: Evidence (CCCEV 2), 材料, 电子证照. */
export interface Material extends DocumentBase {
  kind: 'material';
  /** There is an electronic certificate of it. */
  electronic?: boolean;
  /** How it may be given where the input does not say. */
  accept?: Accept[];
  /** What the file must be like: size, format, background. */
  specification?: Text;
  /** What files it may be uploaded as. */
  files?: FileRule;
}

/** What files a material may be uploaded as. */
export interface FileRule {
  /** Media types: "application/pdf", "image/*". */
  types?: string[];
  /** The most that one file may hold: "5MB". */
  maxSize?: string;
}

/** Who decides a block. Kin: PublicOrganisation (CPSV-AP 3.2), 部门. */
export interface Authority extends DocumentBase {
  kind: 'authority';
  code?: string;
}

/** Which days are working days. */
export interface Calendar extends DocumentBase {
  kind: 'calendar';
  /** Days of the week without work, 1 (Monday) to 7 (Sunday), ISO 8601. */
  weekend?: number[];
  /** Runs of days without work. */
  holidays?: { title?: Text; from: string; days: number }[];
  /** Weekend days on which people work (调休上班). */
  workdays?: string[];
  /** The zone (IANA) in which days begin and end: Asia/Shanghai. */
  timezone?: string;
  /** The last day for which the holidays are known. */
  until?: string;
  /** When offices are open on a working day, by the clock of the zone: "09:00". */
  hours?: { open: string; close: string };
}

/** What a folder of documents is as a whole. */
export interface Catalogue extends DocumentBase {
  kind: 'catalogue';
  version: string;
  locales?: string[];
  calendar?: string;
  /** Other catalogues, by relative folder ("./shared") or npm package name. */
  imports?: string[];
  /** Files and folders below it that are no documents of it. */
  ignore?: string[];
  /** How findings are judged here. */
  checks?: {
    /** Codes of findings that are errors here, whatever they are elsewhere. */
    error?: Code[];
  };
}
