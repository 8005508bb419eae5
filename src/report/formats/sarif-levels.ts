import type { SeverityNames } from './reported.js';

/** Severities as SARIF calls them (SARIF 2.1.0, section 3.27.10). */
export const sarifLevels: SeverityNames = { error: 'error', warning: 'warning', hint: 'note' };
