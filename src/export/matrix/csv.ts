/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
const formula = /^[\t\r ]*[=+\-@＝＋－＠]/;

/** Rows as CSV (RFC 4180): lines end with CR LF; a cell with a quote, a comma or a line break is quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
