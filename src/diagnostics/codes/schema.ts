import { defineCodes } from '../code.js';

export const schemaCodes = defineCodes({});
