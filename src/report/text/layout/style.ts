/** How parts of a text are set off. Each function takes the text and gives it back, painted or not. */
export interface Style {
  bold: (text: string) => string;
  dim: (text: string) => string;
  red: (text: string) => string;
  yellow: (text: string) => string;
  cyan: (text: string) => string;
  green: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours at all: for files, pipes and tests. */
export const plainStyle: Style = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  cyan: same,
  green: same,
};
