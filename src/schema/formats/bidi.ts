/**
 * The Bidi rule for labels of host names, RFC 5893 section 2. The engine has no property for Bidi_Class (Unicode Standard
 * Annex 9); among the characters that labels may hold it follows from script and category.
 */

const rightToLeft =
  /\p{Script=Hebrew}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Cypriot}|\p{Script=Imperial_Aramaic}|\p{Script=Palmyrene}|\p{Script=Nabataean}|\p{Script=Hatran}|\p{Script=Phoenician}|\p{Script=Lydian}|\p{Script=Kharoshthi}|\p{Script=Old_South_Arabian}|\p{Script=Old_North_Arabian}|\p{Script=Manichaean}|\p{Script=Avestan}|\p{Script=Psalter_Pahlavi}|\p{Script=Old_Turkic}|\p{Script=Old_Hungarian}|\p{Script=Mende_Kikakui}|\p{Script=Adlam}/u;
const arabic =
  /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Hanifi_Rohingya}|\p{Script=Sogdian}/u;

type BidiClass = 'L' | 'R' | 'AL' | 'AN' | 'EN' | 'ES' | 'NSM' | 'BN' | 'ON';

function classOf(character: string): BidiClass {
  if (character === '-') return 'ES';
  if (/[\u200c\u200d]/u.test(character)) return 'BN';
  if (/\p{Mn}/u.test(character)) return 'NSM';
  if (/[0-9\u06f0-\u06f9]/u.test(character)) return 'EN';
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(character)) return 'AN';
  if (rightToLeft.test(character)) return 'R';
  if (arabic.test(character)) return 'AL';
  return /[\p{L}\p{Mc}\p{Nd}\u3007]/u.test(character) ? 'L' : 'ON';
}

/** Does a host name hold a character that is written from right to left, so that the rule applies to its labels? */
export function isBidi(labels: readonly string[]): boolean {
  return labels.some((label) => [...label].some((character) => /^(?:R|AL|AN)$/.test(classOf(character))));
}

/** RFC 5893 section 2, rules 1 to 6. */
export function meetsBidiRule(label: string): boolean {
  const classes = [...label].map(classOf);
  const [first] = classes;
  const last = classes.findLast((one) => one !== 'NSM');
  const has = (one: BidiClass): boolean => classes.includes(one);
  if (first === 'L') return !has('R') && !has('AL') && !has('AN') && (last === 'L' || last === 'EN');
  if (first !== 'R' && first !== 'AL') return false;
  const endsWell = last === 'R' || last === 'AL' || last === 'EN' || last === 'AN';
  return endsWell && !has('L') && !(has('EN') && has('AN'));
}
