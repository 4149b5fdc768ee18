import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** One small change to a source file: what stood between two offsets, and what stands there instead. */
export type Mutant = {
  readonly file: string
  readonly line: number
  /** The line it stands in, without the space around it. */
  readonly text: string
  /** The part of that line before the change. */
  readonly before: string
  readonly was: string
  readonly becomes: string
  readonly source: string
}

/** `broken`: the changed code does not load, or throws where no test expects it; then every test fails. */
export type Outcome = 'noticed' | 'broken' | 'not noticed'
export type Tried = { readonly mutant: Mutant; readonly outcome: Outcome }

const swapped: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
}

/** Every mutant of a file: flipped comparisons, shifted limits, turned conditions, things taken out of lists. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const lines = source.split('\n')
  const mutants: Mutant[] = []
  const add = (node: ts.Node, becomes: string, end = node.getEnd()): void => {
    const start = node.getStart()
    const { line, character } = tree.getLineAndCharacterOfPosition(start)
    mutants.push({
      file,
      line: line + 1,
      text: lines[line]?.trim() ?? '',
      before: lines[line]?.slice(0, character).trimStart() ?? '',
      was: source.slice(start, end).replace(/\s+/g, ' '),
      becomes: becomes === '' ? '(nothing)' : becomes,
      source: source.slice(0, start) + becomes + source.slice(end),
    })
  }
  const visit = (node: ts.Node): void => {
    // Imports and types do nothing when the program runs.
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isTypeAliasDeclaration(node)) return
    if (ts.isBinaryExpression(node))
      for (const other of swapped[node.operatorToken.kind] ?? []) add(node.operatorToken, other)
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, node.operand.getText())
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true')
    if (ts.isNumericLiteral(node)) for (const step of [-1, 1]) add(node, `(${Number(node.text) + step})`)
    if (ts.isArrayLiteralExpression(node)) for (const element of node.elements) takeOut(element)
    if (ts.isPropertyAssignment(node) && ['holds', 'when'].includes(node.name.getText()))
      turn(node.initializer)
    if (isComparedOrPassedText(node)) add(node, "''")
    ts.forEachChild(node, visit)
  }
  /** An element and the comma after it. */
  const takeOut = (element: ts.Expression): void => {
    const comma = /^\s*,/.exec(source.slice(element.getEnd()))
    add(element, '', element.getEnd() + (comma?.[0].length ?? 0))
  }
  const turn = (condition: ts.Expression): void => {
    add(condition, '() => true')
    add(condition, '() => false')
  }
  visit(tree)
  // A condition that is already always true is not changed by making it so.
  return mutants.filter(({ was, becomes }) => !(becomes === '() => true' && was === 'always'))
}

/** A text, not an empty one, that a condition turns on: `stage === 'ended'`, `wants(s, 'medicine')`; not the kind of a `typeof`. */
function isComparedOrPassedText(node: ts.Node): boolean {
  if (!ts.isStringLiteral(node) || node.text === '') return false
  return ts.isBinaryExpression(node.parent) || ts.isCallExpression(node.parent)
}

const src = join(import.meta.dirname, '../../src')

/** Every mutant of a file of `src`, or of the files of a folder of it, without those of its folders. */
export const mutantsIn = (path: string): readonly Mutant[] =>
  (path.endsWith('.ts')
    ? [path]
    : readdirSync(join(src, path))
        .filter(name => name.endsWith('.ts'))
        .map(name => `${path}/${name}`)
  ).flatMap(file => mutantsOf(file, readFileSync(join(src, file), 'utf8')))
