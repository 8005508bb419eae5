/**
 * Words that say the same in every field of work: abbreviations, spellings, and everyday words of forms. The first of a
 * line is the one that the others are read as. English: synsets of WordNet 3.1 (sex and gender; phone and telephone;
 * company, firm and enterprise; kind, type and category; state and status; start and beginning), abbreviations that
 * stand in dictionaries, British and American spelling.
 */
const englishForms = [
  'number no nr num',
  'phone telephone tel',
  'mobile cellphone cell',
  'address addr',
  'account acct',
  'certificate cert',
  'identity id identification identifier',
  'date day',
  'sex gender',
  'kind type category',
  'status state',
  'start beginning commencement',
  'enterprise company firm',
  'quantity qty',
  'color colour',
  'license licence',
  'center centre',
  'enrollment enrolment',
  'organization organisation',
];

/** Chinese words and their short forms, as 现代汉语词典 has them; the longest that fits is read first. */
const chineseForms = [
  '电话 电话号码 联系电话',
  '手机 手机号码 手机号 移动电话 移动电话号码',
  '邮箱 电子邮箱 电子信箱 电子邮件',
  '号 号码 编号',
  '名 名称 姓名',
  '出生日期 出生年月日 出生年月 生日',
  '住址 居住地址 居住地',
  '类 类别 类型 种类',
  '状况 情况 状态',
  '社保 社会保险',
  '医保 医疗保险',
  '公积金 住房公积金',
  '学历 文化程度 文化水平',
  '民族 民族成份 民族成分',
  '工作单位 就业单位',
  '起始 开始',
  '终止 结束 截止',
  '证 证书',
];

const english = new Map(
  englishForms.flatMap((line) => {
    const [kept = '', ...others] = line.split(' ');
    return others.map((other) => [other, kept] as const);
  }),
);

const chinese = new Map(
  chineseForms.flatMap((line) => {
    const [kept = '', ...others] = line.split(' ');
    return [kept, ...others].map((form) => [form, kept] as const);
  }),
);

const chineseWord = new RegExp([...chinese.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** A text with each Chinese word in the form that is kept, and words that are written in one or in two in one. */
export function withKeptForms(text: string): string {
  return text
    .replaceAll(/\be[ -]mail\b/giu, 'email')
    .replaceAll(/\b(?:birthday|dob)\b/giu, 'birth date')
    .replaceAll(chineseWord, (word) => chinese.get(word)!);
}

/** The form of an English word that is kept. */
export function keptForm(word: string): string {
  return english.get(word) ?? word;
}

/** Words that say how a thing is written down rather than which thing it is (the representation terms of ISO/IEC 11179-5). */
export const representationWords: ReadonlySet<string> = new Set([
  ...['name', 'number', 'level', 'value', 'text'],
  ...['名', '号', '数', '值', '量'],
]);
