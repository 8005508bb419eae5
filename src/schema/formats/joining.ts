/**
 * The types of joining that RFC 5892 appendix A.1 asks for. The engine has no property for Joining_Type (Unicode Standard
 * Annex 44); the lists are those of ArabicShaping.txt in the Unicode Character Database, for the scripts that are written
 * today.
 */

/** Letters that join on both sides: Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Adlam. */
const dual =
  /^[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u0712-\u0714\u071a-\u071d\u071f-\u0727\u0729\u072b\u072d\u072e\u074e-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777\u077a-\u077f\u07ca-\u07ea\u0841-\u0845\u0848\u084a-\u0853\u0855\u08a0-\u08a9\u08af\u08b0\u08b3-\u08b8\u08ba-\u08c8\u1807\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua871\u{1e900}-\u{1e943}]$/u;

/** Letters that join to the one before them alone. */
const right =
  /^[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9]$/u;

/** The one letter that joins to the next one alone. */
const left = '\ua872';

const transparent = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Does what stands at the place lie between letters that would join, marks between them left out? */
export function joins(characters: readonly string[], index: number): boolean {
  let from = index - 1;
  while (from >= 0 && transparent.test(characters[from]!)) from--;
  let to = index + 1;
  while (to < characters.length && transparent.test(characters[to]!)) to++;
  const before = characters[from] ?? '';
  const after = characters[to] ?? '';
  return (dual.test(before) || before === left) && (dual.test(after) || right.test(after));
}
