import type { WorldFile } from '../../../world/judge/documents.js';
import { clan } from './clan.js';
import { harbour } from './harbour.js';
import { workshop } from './workshop.js';

/** Catalogues with everything that is awkward to draw, one document a file. */
export const awkward: Readonly<Record<string, readonly WorldFile[]>> = {
  harbour: filesOf(harbour),
  clan: filesOf(clan),
  workshop: filesOf(workshop),
};

function filesOf(documents: readonly { kind: string; id: string }[]): WorldFile[] {
  return documents.map((document) => ({
    path: document.kind === 'catalogue' ? 'catalogue.yaml' : `${document.kind}-${document.id}.json`,
    text: JSON.stringify(document),
  }));
}
