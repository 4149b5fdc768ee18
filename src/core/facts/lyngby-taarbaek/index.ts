import type { Municipality } from '../types.ts'
import { facts } from './facts/index.ts'
import { helplines } from './helplines.ts'
import { openMatters } from './open-matters.ts'
import { place } from './place.ts'
import { confirmed, required } from './required.ts'
import { standards } from './standards.ts'
import { anonymousProviders, units } from './units.ts'

export const municipality: Municipality = {
  id: 'lyngby-taarbaek',
  name: 'Lyngby-Taarbæk',
  fullName: 'Lyngby-Taarbæk Kommune',
  place,
  units,
  anonymousProviders,
  helplines,
  standards,
  facts,
  postcodes: ['2800', '2830', '2840', '2930', '3500'],
  openMatters,
  confirmed,
  required,
}
