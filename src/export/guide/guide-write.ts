import { assertArguments } from '../../messages/index.js';
import { pageHtml } from '../page/page-html.js';
import { pageMarkdown } from '../page/page-markdown.js';
import type { Guide } from './guide.js';
import { guidePage } from './guide-page.js';

/** A guide as Markdown (CommonMark, with the tables of GitHub). Titles of the catalogue are text, whatever they hold. */
export function guideMarkdown(guide: Guide): string {
  assertArguments('guideMarkdown', { guide: 'from guideOf' }, { guide });
  return pageMarkdown(guidePage(guide));
}

/**
 * A guide as one HTML page that can be saved, sent and printed: no script, nothing that is fetched, and a content
 * security policy that allows neither. For screens from 360 pixels up, light and dark, and for A4 paper.
 */
export function guideHtml(guide: Guide): string {
  assertArguments('guideHtml', { guide: 'from guideOf' }, { guide });
  return pageHtml(guidePage(guide));
}
