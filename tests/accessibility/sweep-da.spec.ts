import { sweep } from './sweep.ts'

sweep('da')
