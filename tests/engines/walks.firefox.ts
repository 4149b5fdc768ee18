import { newGeckoPhone } from './gecko.ts'
import { walksIn } from './walks.ts'

walksIn('Firefox', newGeckoPhone)
