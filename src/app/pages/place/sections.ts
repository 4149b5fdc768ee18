import { block, type Sentences } from '../shared/block.ts'
import { shortAnswers } from '../shared/short-answers-rest.ts'

/** The words at the top, above the parts. */
export const lead: Sentences = {
  'place:lead': ['provider-torvehuset'],
}

/** Each part of the page of the house, its sentences beside the facts they rest on. */
export const sections = [
  block('where', 'place:here.heading', {
    'place:here.mapHint': 'ours',
    'place:here.ask': 'asks',
  }),
  block('way-in', 'place:in.heading', {
    'place:in.door': ['place-torvehuset-address'],
    'place:in.ask': 'asks',
  }),
  block('people', 'place:who.heading', {
    'place:who.ask': 'asks',
    'place:who.background': ['staff-background'],
    'place:who.learn': ['staff-continuing-education'],
    'place:who.talk': ['staff-training-mi'],
    'place:who.habits': ['staff-training-cbt'],
    'place:who.family': ['staff-training-family'],
    'place:who.mind': ['staff-training-dual'],
    'place:who.supervision': ['staff-supervision'],
    'place:who.doctor': ['staff-doctor-psychiatrist-employed'],
  }),
  block('before-you-come', 'visit:heading', shortAnswers),
] as const
