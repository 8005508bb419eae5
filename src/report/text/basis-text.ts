import type { Basis } from '../../model/index.js';
import type { View } from './view.js';

/** A legal basis: the law, the article, where the text stands. */
export function basisText({ title, article, uri }: Basis, view: View): string {
  const law = view.title(title, '');
  const named = article === undefined ? law : `${law}, article ${article}`;
  return uri === undefined ? named : `${named} <${uri}>`;
}
