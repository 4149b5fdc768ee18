import { testStates } from './states.ts'

testStates('en')
