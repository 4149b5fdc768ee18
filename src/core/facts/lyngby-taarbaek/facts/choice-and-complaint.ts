import type { Fact } from '../../types.ts'
import { figure, under } from '../../under.ts'

const choice = under({ alcohol: 'Frit valg', drugs: 'Frit valg' })
const complaint = under({ alcohol: 'Klagevejledning', drugs: 'Klagevejledning' })

/** Choosing another place, and complaining: the rules differ by substance. */
export const choiceAndComplaint: readonly Fact[] = [
  choice.alcohol('choice-alcohol-outpatient', 'right', ['adult']),
  choice.alcohol('choice-alcohol-approved', 'criterion', ['adult']),
  choice.drugs('choice-drugs-no-free-choice', 'right', ['adult']),
  choice.drugs('choice-drugs-equivalent', 'right', ['adult']),
  choice.drugs('choice-drugs-limited', 'right', ['adult']),
  choice.drugs('choice-drugs-deadline-departed', 'deadline', ['adult'], figure(null, 14, 'days')),
  choice.drugs('choice-101a-providers', 'right', ['adult']),
  complaint.alcohol('complaint-alcohol-management', 'complaint', ['adult', 'youth']),
  complaint.alcohol('complaint-alcohol-no-external', 'complaint', ['adult', 'youth']),
  complaint.drugs('complaint-drugs-ankestyrelsen', 'complaint', ['adult', 'youth']),
  complaint.drugs('complaint-drugs-sent-to-municipality', 'complaint', ['adult', 'youth']),
  complaint.drugs('complaint-drugs-about-refusal', 'complaint', ['adult', 'youth']),
  complaint.drugs(
    'complaint-drugs-about-late-start',
    'complaint',
    ['adult', 'youth'],
    figure(null, 14, 'days'),
  ),
  complaint.drugs('complaint-drugs-deadline', 'deadline', ['adult', 'youth'], figure(null, 4, 'weeks')),
]
