import { defineCodes } from '../code.js';

export const documentsCodes = defineCodes({});
