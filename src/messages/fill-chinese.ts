/**
 * A Chinese text with its arguments. A space stands between Chinese and Latin letters, and none beside a quotation mark
 * that an argument brings.
 */
export function fillChinese(text: string, args: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/( ?)\{([A-Za-z]+)\}( ?)/g, (whole, before: string, name: string, after: string) => {
    if (!Object.hasOwn(args, name)) return whole;
    const value = String(args[name]);
    return `${value.startsWith('“') ? '' : before}${value}${value.endsWith('”') ? '' : after}`;
  });
}
