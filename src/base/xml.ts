/** Characters that XML 1.0 does not have (section 2.2), unpaired surrogates among them. */
// eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
const outside = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|\\p{Cs}', 'gu');

/** A text as character data of XML 1.0. What XML has no characters for becomes U+FFFD. */
export function xmlText(value: string): string {
  return value
    .replace(outside, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A text as the value of an attribute between double quotes; line breaks and tabs survive normalisation. */
export function xmlAttribute(value: string): string {
  return xmlText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
