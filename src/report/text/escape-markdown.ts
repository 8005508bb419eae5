/** Text of a catalogue is text, whatever it looks like (CommonMark 0.31, section 2.4; GitHub's tables). */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, (one) => `\\${one}`);
}
