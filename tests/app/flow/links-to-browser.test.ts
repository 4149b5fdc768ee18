// In a document at http://localhost/kontakt
import { afterEach, beforeEach, expect, test } from 'vitest'
import { leaveLinksToBrowser } from '../../../src/app/flow/links-to-browser.ts'
import { inMemory } from '../../../src/app/offline/unsaved.ts'
import { lieInMemory } from '../harness/receipt.ts'

const keepsPage = { current: false }
let stop = (): void => undefined
beforeEach(() => {
  document.body.innerHTML = '<a href="/akut">read</a><a href="/svar">app</a><a href="/note.txt">file</a>'
  document.body.onclick = event => {
    event.preventDefault()
  }
  stop = leaveLinksToBrowser(keepsPage)
})
afterEach(() => {
  stop()
  keepsPage.current = false
  inMemory.clear()
})

/** Where each of the three links opens when it is pressed. */
const targets = (): string[] =>
  [...document.querySelectorAll('a')].map(link => {
    link.click()
    return link.target
  })

test('links open in the place of the page', () => {
  expect(targets()).toEqual(['', '', ''])
})

test('beside a code that the phone refuses to keep, pages that are only read open in a window of their own', () => {
  keepsPage.current = true
  expect(targets()).toEqual(['_blank', '', ''])
  keepsPage.current = false
  expect(targets()).toEqual(['', '', ''])
})

// Also once the code is saved, and of a message of a thread, which has no receipt.
test('so they do for as long as a message waits in the memory of this page', () => {
  lieInMemory('an-id')
  expect(targets()).toEqual(['_blank', '', ''])
  inMemory.delete('an-id')
  expect(targets()).toEqual(['', '', ''])
})
