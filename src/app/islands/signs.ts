import type { Sign } from '../../core/facts/who.ts'
import { answerTo, type SignsAnswer } from '../signs/answer.ts'

/**
 * Answers the ticks on a page that is only read, as `Signs` does where Preact runs. They are nowhere but in the boxes, and
 * the boxes are emptied when the page is left, so that one coming back by Back has none.
 */
export function answerSigns(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form[data-signs]')
  if (!form) return
  const count = form.querySelector('[data-count]')
  // "Du kender 0 af 6": the words as they were built, with the one figure that changes.
  const sentence = count?.textContent ?? ''
  const answer = (): void => {
    // Sound: the form is made of these signs (app/signs).
    const ticked = [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(
      ({ value }) => value as Sign,
    )
    const told = answerTo(ticked, true)
    if (count) count.textContent = sentence.replace('0', String(told.count ?? 0))
    for (const line of form.querySelectorAll<HTMLElement>('[data-told]')) {
      const said = told[line.dataset['told'] as keyof SignsAnswer]
      line.hidden = said === null || said === false
    }
  }
  form.addEventListener('change', answer)
  addEventListener('pagehide', () => {
    form.reset()
    answer()
  })
}
