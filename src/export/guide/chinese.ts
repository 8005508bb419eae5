/** Sentences of Chinese that do not come of a pattern with gaps: a yes-or-no question as a statement, a date as a day. */

/** What a statement after 是否 begins with where it is a verb: then 不 denies it, else 不是. */
const verbs =
  /^(?:申请|办理|邮寄|需要|愿意|同意|持有|具备|登记|领取|享受|属于|设置|委托|参加|能|可|会|要|含|向|在|由|从|按|与|填写|提供|使用|接受|自愿)/u;

/** What has happened or has not: 已 says that it has, 未 that it has not. */
const events =
  /^(?:遗失|丢失|损坏|结婚|离婚|退休|就业|死亡|完成|注销|通过|竣工|取得|缴清|毕业|声明|备案|装修|参保)/u;

/**
 * A yes-or-no question as a statement: 父母是否同一民族, answered with no, is 父母不是同一民族.
 * @param title the question, with 是否 in it once
 * @param about whose it is; `''` where that is not to be said
 * @returns undefined where the question is no such one, or so compound that denying its first word would deny only a part
 */
export function chineseStatement(title: string, about: string, isSo: boolean): string | undefined {
  const [subject, asked, ...more] = title.split('是否');
  if (subject === undefined || asked === undefined || asked === '' || more.length > 0) return undefined;
  if (!isSo && /^未|[且或、，；]|以及/u.test(asked)) return undefined;
  return `${holderOf(subject, about)}${isSo ? affirmed(asked) : denied(asked)}`;
}

/** Whom a statement is about: said once, where the question names its holder itself. */
function holderOf(subject: string, about: string): string {
  if (subject === '') return about === '' ? '' : `${about}：`;
  return about === '' || subject.startsWith(about) || about.startsWith(subject)
    ? subject
    : `${about}：${subject}`;
}

function affirmed(asked: string): string {
  if (/^[为是]/u.test(asked)) return `是${asked.slice(1)}`;
  if (events.test(asked)) return `已${asked}`;
  return /^(?:有|已|未)/u.test(asked) || verbs.test(asked) ? asked : `是${asked}`;
}

function denied(asked: string): string {
  if (/^[为是]/u.test(asked)) return `不是${asked.slice(1)}`;
  if (asked.startsWith('有')) return `没有${asked.slice(1)}`;
  if (asked.startsWith('已')) return `未${asked.replace(/^已经?/u, '')}`;
  if (events.test(asked)) return `未${asked}`;
  return verbs.test(asked) ? `不${asked}` : `不是${asked}`;
}

/** The day that a field of that title names: 出生日期 is 出生之日. Undefined where the title does not say that it is a day. */
export function chineseDay(title: string): string | undefined {
  return title.length > 2 && title.endsWith('日期') ? `${title.slice(0, -2)}之日` : undefined;
}

/** Are papers of that title photos, which Chinese counts in 张 rather than in 份? */
export function isPhoto(title: string): boolean {
  return /(?:照片|相片|证件照)$/u.test(title);
}

/** A matter whose title ends with what is said of it anyway: 办理预防接种证, not 办理预防接种证办理. */
export function withoutVerb(matter: string): string {
  return matter.replace(/(?<=.)办理$/u, '');
}
