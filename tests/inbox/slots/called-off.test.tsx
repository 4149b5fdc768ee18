// In a document
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { button, course, eachWithNothingDone, onDone, said, sent, show, unneeded } from './at-row.tsx'
import da from '../../../locales/da/inbox.json'
import { on, opened, slot } from '../made-up.ts'

eachWithNothingDone()

test('one day of a course takes the whole course, and the row, the form and the receipt say so', async () => {
  show(course(['a']), [opened('a', { request: { audience: 'relative', concern: 'adult' } })])
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByText(da.cancel.afterCourse)).toBeTruthy()
  expect(screen.getByLabelText('Fjern det, alle 2 dage')).toBeTruthy()
  expect(screen.getByLabelText(da.cancel.aftersCourse.free)).toBeTruthy()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(da.cancel.messageCourse)
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toBe('Aflyst: kurset, alle 2 dage. Beskeden er sendt.')
  expect(sent).toEqual([{ id: 'a', text: da.cancel.messageCourse, cancels: ['b-a'] }])
})

test('who has moved meanwhile is named and not told, who was told already counts as told', async () => {
  unneeded.set('b-a', 'moved').set('b-b', 'told')
  const those = ['a', 'b', 'c'].map(id => opened(id, { request: { alias: `Kano ${id}` } }))
  show(course(['a', 'b', 'c']), those)
  fireEvent.click(button(/^Aflys/))
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toBe(
    'Aflyst: kurset, alle 2 dage. Beskeden er sendt til 2. ' + da.cancel.moved.replace('{{names}}', 'Kano a'),
  )
  expect(sent).toEqual([{ id: 'c', text: da.cancel.messageCourse, cancels: ['b-c'] }])
})

test('a course of one day is called off by its day', async () => {
  const { dates, ...rest } = course(['a'])
  show({ ...rest, dates: dates.slice(0, 1) }, [opened('a')])
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByLabelText(da.cancel.aftersCourse.gone_one)).toBeTruthy()
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toMatch(/^Aflyst: torsdag /)
})

test('a booking that does not open is called off without a word, after saying why', async () => {
  show(slot('s', `${on(26)}T12:00:00Z`, ['shut']), [{ ...opened('shut'), envelope: null }])
  expect(screen.getByText(da.slots.shut)).toBeTruthy()
  fireEvent.click(button(/^Aflys/))
  expect(screen.getByText(da.unreadable.text_one)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  const act = button(da.cancel.buttonSilent)
  // Neither a letter, which nobody gets, nor a bin.
  expect(act.querySelector('svg')).toBeNull()
  fireEvent.click(act)
  expect(await said()).toMatch(/^Aflyst: torsdag .*\.$/)
  expect(sent).toEqual([])
})

test('who has no number and comes today may stand at the door: it is said before and after', async () => {
  const today = new Date().toISOString()
  const show2 = (request: object, startsAt = today): void => {
    cleanup()
    show(slot('t', startsAt, ['a']), [opened('a', { request })])
    fireEvent.click(button(/^Aflys/))
  }
  const words =
    'Blå Kano har intet nummer, og tiden er i dag. Personen kan stå ved døren, hvis beskeden ikke er læst.'
  show2({ alias: 'Blå Kano' })
  expect(screen.getByText(words)).toBeTruthy()
  fireEvent.click(button(da.cancel.button))
  expect(await said()).toContain(words)
  for (const [request, startsAt] of [
    [{ alias: 'Blå Kano', phone: '20123456' }, today],
    [{ alias: 'Blå Kano' }, '2126-11-26T12:00:00Z'],
  ] as const) {
    show2(request, startsAt)
    expect(screen.queryByText(/ved døren/)).toBeNull()
  }
})

test('a CPR number in the word that calls off is asked about once: nothing is called off meanwhile', async () => {
  show(slot('t', `${on(26)}T12:00:00Z`, ['a']), [opened('a')])
  fireEvent.click(button(/^Aflys/))
  const text = 'Ring, og sig 010190-1234'
  fireEvent.input(screen.getByLabelText(da.cancel.label_one), { target: { value: text } })
  fireEvent.click(button(da.cancel.button))
  await screen.findAllByText(da.reply.cpr, { exact: false })
  expect(onDone).not.toHaveBeenCalled()
  fireEvent.click(button(da.cancel.button))
  await said()
  expect(sent).toEqual([expect.objectContaining({ text })])
})
