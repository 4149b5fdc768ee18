import { walksIn } from './walks.ts'
import { newWebkitPhone } from './webkit.ts'

walksIn('WebKit', newWebkitPhone)
