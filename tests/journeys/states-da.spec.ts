import { testStates } from './states.ts'

testStates('da')
