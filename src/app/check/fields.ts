/** Criteria of drug treatment without a name (facts `s101a-right`, `s101a-criterion-…`), in the order they are asked. */
export const criteria = [
  'treatment_requiring',
  'no_other_social_problems',
  'close_to_education_or_work',
  'no_other_social_support',
  'seen_little_before',
] as const

/** What counts where day or residential treatment is considered (facts `intensive-…`). */
export const intensive = ['outpatient_tried', 'work_network_economy_threatened'] as const

/** Small facts that add help or a duty. */
export const besides = ['children_at_home', 'pregnant', 'mental_disorder'] as const
