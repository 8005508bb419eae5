import { defineCodes } from '../code.js';

export const catalogueCodes = defineCodes({});
