/** As files are measured by the systems that people see them in: 1 MB is 1024 kB. */
const units: Readonly<Record<string, number>> = { B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** The bytes of a size as documents write it: "5MB". */
export function bytesOf(size: string): number {
  const [, count = '0', unit = 'B'] = /^([0-9]+)([kMG]?B)$/.exec(size) ?? [];
  return Number(count) * units[unit]!;
}

/** What a media type meets that is one of these; "image/*" stands for every kind of picture. */
export function typePattern(types: readonly string[]): string {
  const alternatives = types.map((type) => type.replaceAll(/[.+]/g, String.raw`\$&`).replace(/\*$/, '[^/]+'));
  return `^(${alternatives.join('|')})$`;
}

/** What people call files of a media type: "PDF", "JPEG"; of a whole kind, its name. */
export function fileKind(type: string): string {
  const [kind = '', form = ''] = type.split('/');
  const [name = ''] = form.split(/[.+]/).slice(-1);
  return form === '*' ? kind : name.toUpperCase();
}
