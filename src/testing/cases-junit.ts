import { assertArguments } from '../messages/index.js';
import { xmlAttribute, xmlText } from '../base/index.js';
import { renderIn } from '../languages/index.js';
import type { Language } from '../messages/index.js';
import type { CaseResults } from './run-cases.js';

/**
 * The results as JUnit XML, one suite for each bundle. Without times: the same results give the same text.
 * @param language the language of what differs
 */
export function casesJunit(results: CaseResults, language: Language = 'en'): string {
  assertArguments('casesJunit', { results: 'from runCases', language: 'language' }, { results, language });
  const { cases, catalogue } = results;
  const bundles = [...new Set(cases.map(({ bundle }) => bundle))].sort();
  const suites = bundles.map((bundle) => {
    const own = cases.filter((one) => one.bundle === bundle);
    const failed = own.filter(({ passed }) => !passed).length;
    const body = own.map(({ id, file, passed, differences }) => {
      const open = `    <testcase classname="${xmlAttribute(bundle)}" name="${xmlAttribute(id)}" file="${xmlAttribute(file)}"`;
      if (passed) return `${open}/>`;
      const lines = differences.map((one) => {
        const { at, part } = one;
        const line = at.range === undefined ? '' : `:${at.range.start.line}`;
        return `${at.file}${line}: ${part}: ${renderIn(one, language)}`;
      });
      const first = xmlAttribute(differences[0] === undefined ? '' : renderIn(differences[0], language));
      return `${open}>\n      <failure message="${first}">${xmlText(lines.join('\n'))}</failure>\n    </testcase>`;
    });
    const counts = `tests="${own.length}" failures="${failed}" errors="0" skipped="0"`;
    return `  <testsuite name="${xmlAttribute(bundle)}" ${counts}>\n${body.join('\n')}\n  </testsuite>`;
  });
  const failed = cases.filter(({ passed }) => !passed).length;
  const head = `<testsuites name="${xmlAttribute(catalogue.id)}" tests="${cases.length}" failures="${failed}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.join('\n')}\n</testsuites>\n`;
}
