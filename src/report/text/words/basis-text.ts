import type { Basis } from '../../../model/index.js';
import type { View } from '../view.js';

/** A legal basis: the law, the article, where the text stands. */
export function basisText({ title, article, uri }: Basis, view: View): string {
  const whole = view.title(title, '');
  // A title may bring the marks of a Chinese title (GB/T 15834); a Chinese sentence sets its own.
  const law = view.language === 'zh' ? whole.replace(/^《(.*)》$/, '$1') : whole;
  const named =
    article === undefined ? view.say('basis.law', { law }) : view.say('basis.article', { law, article });
  return uri === undefined ? named : `${named} <${uri}>`;
}
