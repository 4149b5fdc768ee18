export type { DataAttributes, HeadingLevel } from './attributes.ts'
export * from './ask-before.tsx'
export * from './button.tsx'
export {
  CheckGroup,
  type CheckGroupProps,
  Choice,
  type ChoiceProps,
  type Option,
  RadioGroup,
  type RadioGroupProps,
} from './choices.tsx'
export * from './code-display.tsx'
export * from './confirm.tsx'
export * from './doors.tsx'
export * from './drawing.tsx'
export * from './error-summary.tsx'
export { FieldError, FieldHint, fieldId, type FieldIds, type FieldText, useField } from './field.tsx'
export * from './footer.tsx'
export * from './form.tsx'
export * from './header.tsx'
export * from './icon.tsx'
export * from './notice.tsx'
export * from './page.tsx'
export * from './skeleton.tsx'
export * from './summary-list.tsx'
export * from './text-field.tsx'
export * from './thread.tsx'
export * from './time-picker.tsx'
export { useSubmit } from './use-submit.ts'
export * from './waiting.tsx'
export * from './way.tsx'
export { UiWords, type FieldWords } from './words.ts'
