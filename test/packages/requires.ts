import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** What a script asks Node for; `<computed>` where only running it would tell. */
export function requiredBy(code: string): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && asksForModule(node.expression)) {
      const [name] = node.arguments;
      names.add(name !== undefined && ts.isStringLiteralLike(name) ? name.text : '<computed>');
    }
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      names.add(node.moduleSpecifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ES2022));
  return [...names].sort();
}

/** What of it neither Node nor the platform provides. */
export function missingIn(code: string, platform: string): string[] {
  return requiredBy(code).filter((name) => name !== platform && !isBuiltin(name));
}

function asksForModule(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isPropertyAccessExpression(callee)) return asksForModule(callee.expression);
  return ts.isIdentifier(callee) && /^(?:__)?require$/.test(callee.text);
}
