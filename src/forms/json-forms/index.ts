/** For JSON Forms 3: renderers of ours, what it takes for ajv, its texts, and our mistakes as its errors. */
export { additionalErrors } from './additional-errors.js';
export type { AdditionalError } from './additional-errors.js';
export { keepTyping } from './keep-typing.js';
export { withPlaces } from './places.js';
export { plainRenderers, onethingRenderers } from './renderers.js';
export { jsonFormsTexts } from './texts.js';
export type { Translate } from './texts.js';
export { ajvShaped } from '../ajv-shaped.js';
export type { AjvShaped, CompiledLike } from '../ajv-shaped.js';
