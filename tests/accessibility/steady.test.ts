import { expect, test } from 'vitest'
import { steady } from './steady.ts'

const nobody = /(?!)/g

test('what another day says differently is told by what it is', () => {
  expect(steady('- text: mandag den 4. maj kl. 10.15', nobody)).toBe('- text: DAY den 0. MONTH kl. 0.0')
  expect(steady('- heading "uge 12" [level=2]', nobody)).toBe('- heading "uge 0" [level=2]')
  expect(steady('- text: Jeg er 15-17 år', nobody)).toBe('- text: Jeg er 15-17 år')
  expect(steady('- code: R5EH-0K2M-77AB-CDEF-GH12', nobody)).toBe('- code: CODE')
  expect(steady('- paragraph: "Reference: 24e21f40"', nobody)).toBe('- paragraph: "Reference: ID"')
  expect(steady('- paragraph: R5EH - 0K2M - 77AB - CDEF - GH12', nobody)).toBe('- paragraph: CODE')
  expect(steady('- text: Du hedder Grøn Cykel', /Grøn Cykel/g)).toBe('- text: Du hedder NAME')
})

test('of neighbours that then read alike one is kept, with what stands under it', () => {
  const tree = ['- list:', '  - item:', '    - text: kl. 9', '  - item:', '    - text: kl. 10', '- end'].join(
    '\n',
  )
  expect(steady(tree, nobody)).toBe('- list:\n  - item:\n    - text: kl. 0\n- end')
})

test('what differs in more than a figure is kept', () => {
  const tree = '- text: kl. 1\n- text: fra kl. 1\n- text: kl. 2'
  expect(steady(tree, nobody)).toBe('- text: kl. 0\n- text: fra kl. 0\n- text: kl. 0')
})
