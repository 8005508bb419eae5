import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A sentence as the sources say it, with `{}` for what goes into it at run time. */
export interface Sentence {
  text: string;
  /** `file:line` */
  at: string;
}

/** Stands in a sentence for what is known at run time alone. */
export const hole = '{}';

/** More combinations of the alternatives in one sentence than this are a fault of the reader, not of the source. */
const mostForms = 64;

/** The TypeScript sources below a folder that hold one of the texts, parsed. */
export function sourcesIn(folder: string, ...texts: readonly string[]): ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!texts.some((one) => text.includes(one))) return [];
      return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    });
}

/** The expressions of a source that end up before a person: given to such a call, or as such a property. */
export function spokenIn(
  source: ts.SourceFile,
  isSpoken: (node: ts.Node) => readonly (ts.Expression | undefined)[],
): Sentence[] {
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    for (const expression of isSpoken(node)) {
      if (expression === undefined) continue;
      const { line } = source.getLineAndCharacterOfPosition(expression.getStart());
      const at = `${relative(process.cwd(), source.fileName)}:${line + 1}`;
      for (const text of formsOf(expression, source, 4)) found.push({ text, at });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every text that an expression can be, as far as the source itself says. */
function formsOf(expression: ts.Expression, source: ts.SourceFile, depth: number): string[] {
  const inner = (part: ts.Expression) => formsOf(part, source, depth - 1);
  if (depth === 0) return [hole];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return inner(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...inner(expression.whenTrue), ...inner(expression.whenFalse)];
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce<string[]>(
      (before, span) => joined(before, withoutHoles(inner(span.expression)), [span.literal.text]),
      [expression.head.text],
    );
  }
  if (ts.isBinaryExpression(expression)) {
    const { left, right, operatorToken } = expression;
    if (operatorToken.kind === ts.SyntaxKind.PlusToken) return joined(inner(left), inner(right));
    if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [...inner(left), ...inner(right)];
  }
  if (ts.isElementAccessExpression(expression) || ts.isPropertyAccessExpression(expression)) {
    const table = initializerOf(expression.expression, source);
    if (table !== undefined && ts.isObjectLiteralExpression(table)) {
      return table.properties.flatMap((one) => (ts.isPropertyAssignment(one) ? inner(one.initializer) : []));
    }
  }
  const initializer = initializerOf(expression, source);
  return initializer === undefined ? [hole] : inner(initializer);
}

/** What is put together of several parts at run time says nothing about their words. */
function withoutHoles(forms: readonly string[]): string[] {
  return forms.some((form) => form === hole) ? [...new Set([...forms, hole])] : [...forms];
}

function joined(...parts: readonly (readonly string[])[]): string[] {
  const all = parts.reduce<string[]>(
    (before, forms) => before.flatMap((start) => forms.map((end) => start + end)),
    [''],
  );
  if (all.length > mostForms) throw new Error(`Too many forms of "${all[0]}".`);
  return all;
}

/** What a constant of the same file begins as. */
function initializerOf(expression: ts.Expression, source: ts.SourceFile): ts.Expression | undefined {
  if (!ts.isIdentifier(expression)) return undefined;
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const isIt =
      ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === expression.text;
    if (isIt && node.initializer !== undefined) found.push(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const [only, ...others] = found.map((one) => (ts.isAsExpression(one) ? one.expression : one));
  return others.length === 0 ? only : undefined;
}
